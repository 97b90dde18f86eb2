# Báo cáo công bố
report-public-format = --public chỉ dùng với text, json, csv; không dùng với { $text }.
report-public = Bản công bố: các số trên không kể đơn tố cáo.
report-public-told = Đơn tố cáo trong năm: { $count }.
report-public-hidden = Số đơn tố cáo không công bố ở đây: chỉ công bố cho cả năm dương lịch đã hết, từ 3 đơn, khi không ai có thể bị đoán ra.
report-public-corrected = Đính chính số đơn tố cáo của các năm trước đã công bố: { $count }.
