### Loại đơn máy đề xuất so với kết quả của cán bộ: trang tính, dòng lệnh.

sheet-confusion = Máy đề xuất
sheet-title-confusion = LOẠI ĐƠN MÁY ĐỀ XUẤT VÀ LOẠI CÁN BỘ XÁC ĐỊNH
column-proposed = Máy đề xuất (hàng) / cán bộ xác định (cột)
confusion-note = Chỉ kể đơn máy đọc được lời. Trùng nhau { $right } trên { $total } đơn. Người dân có thể đã chọn loại khác với đề xuất ngay khi gửi.

flag-corrected = Với --evaluate: đánh giá trên các đơn cán bộ đã sửa loại (đọc cơ sở dữ liệu, không in lời đơn).
evaluate-corrected-alone = --corrected đi cùng --evaluate và không kèm tệp.
