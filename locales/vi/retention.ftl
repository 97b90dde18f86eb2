### Hết thời hạn lưu: nội dung đơn được hủy, con số và nhật ký ở lại.

cmd-retention = Thời hạn lưu đơn: hủy nội dung đã hết hạn, hoặc giữ lại một đơn.
cmd-retention-run = Hủy nội dung, người gửi và tệp của các đơn đã hết thời hạn lưu; con số và nhật ký ở lại.
cmd-retention-hold = Giữ một đơn lại, dù đã hết thời hạn lưu (tòa án, thanh tra, lưu trữ đang cần).
cmd-retention-release = Thôi giữ một đơn: hết thời hạn thì được hủy.
cmd-retention-held = Liệt kê các đơn đang được giữ lại.
flag-retention-dry = Chỉ nói đơn nào sẽ bị hủy, không hủy gì.
flag-retention-reason = Vì sao phải giữ: cơ quan nào, văn bản nào.

retention-none = Không có đơn nào hết thời hạn lưu.
retention-would = { $count } đơn đã hết thời hạn lưu. Chưa hủy gì (--dry-run).
retention-done = Đã hủy nội dung của { $count } đơn hết thời hạn lưu. Con số và nhật ký hồ sơ vẫn còn.
retention-line = { $kind }, { $status }: { $count }
retention-letter = { $code } · { $unit } · lưu đến { $until }
retention-seal = Dấu nhật ký sau khi hủy: { $seal }
retention-no-reason = Xin ghi rõ vì sao phải giữ: --reason "cơ quan nào, văn bản nào".
retention-no-letter = Không có đơn nào mang mã { $code }. Xin xem lại mã.
retention-held = Đơn { $code } được giữ lại, không hủy, cho tới khi có lệnh thôi giữ.
retention-held-before = Đơn { $code } đang được giữ lại rồi.
retention-released = Đơn { $code } thôi giữ; hết thời hạn lưu thì được hủy.
retention-not-held = Đơn { $code } không bị giữ lại.
retention-kept = { $code } · từ { $since } · { $reason }
retention-kept-none = Không có đơn nào đang được giữ lại.

web-life-erased = Đã hủy nội dung
web-life-kept = Giữ lại, không hủy
web-life-kept_no_more = Thôi giữ lại
web-erased = Nội dung, người gửi và tệp của đơn này đã hủy ngày { $day }. Các mốc xử lý và con số vẫn còn.
staff-erased = Đơn { $code } đã hết thời hạn lưu: nội dung, người gửi và tệp đã hủy ngày { $day }. Trên trang cán bộ còn các mốc xử lý.
