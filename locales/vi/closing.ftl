# Khóa sổ báo cáo
report-closed = Kỳ này đã khóa ngày { $day }. Dấu niêm phong khi khóa: { $seal }
report-closed-then = Khi khóa: kỳ trước chuyển sang { $carried } + nhận trong kỳ { $received } = đã xử lý { $handled } + chưa xử lý { $open }. Từ đó đến nay { $count } đơn tính khác đi, liệt kê ở mục đính chính của kỳ kế tiếp.
report-corrections = Đính chính kỳ đã khóa liền trước ({ $count } đơn):
report-correction = - { $period }, { $code }: trước { $before }; nay { $after }
report-correction-none = không tính
report-correction-counted = { $unit }, { $kind }, { $topic } ({ $figures })
report-corrections-more = - và { $count } đơn nữa (xem trang Đính chính của tệp Excel)
report-corrections-part = Đính chính kỳ đã khóa
report-corrections-note = { $count } đính chính của kỳ đã khóa liền trước
report-closed-note = Kỳ đã khóa ngày { $day }
sheet-corrections = Đính chính
sheet-title-corrections = ĐÍNH CHÍNH KỲ ĐÃ KHÓA LIỀN TRƯỚC
column-correction-code = Mã đơn
column-correction-before = Khi khóa đã tính
column-correction-after = Nay tính
close-not-permitted = Chỉ quản trị viên của đơn vị này hoặc của cấp trên mới khóa được kỳ báo cáo.
cmd-tallies = Số đếm sẵn của báo cáo.
cmd-tallies-rebuild = Đếm lại từ đầu theo từng hồ sơ.
tallies-rebuilt = Đã đếm lại { $count } hồ sơ.
