# Khóa sổ báo cáo
cmd-close = Khóa một kỳ đã in; thay đổi về sau hiện thành đính chính ở kỳ kế tiếp.
flag-reopen = Lý do mở lại một kỳ đã khóa.
close-closed = Đã khóa kỳ { $text }.
close-reopened = Đã mở lại kỳ { $text }.
close-twice = Kỳ { $text } đã khóa rồi. Muốn khóa lại, hãy mở lại trước: --reopen "lý do".
close-not-closed = Kỳ { $text } chưa khóa nên không mở lại được.
close-running = Kỳ { $text } chưa kết thúc nên chưa khóa được.
close-unproven = Số liệu kỳ { $text } không khớp nên không khóa. Chạy "tiengdan report" cho kỳ này để xem hồ sơ cần sửa.
report-closed = Kỳ này đã khóa ngày { $day }. Dấu niêm phong khi khóa: { $seal }
report-corrections = Đính chính kỳ đã khóa liền trước ({ $count } đơn):
report-correction = - { $period }, { $code }: trước { $before }; nay { $after }
report-correction-none = không tính
