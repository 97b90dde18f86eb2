### Lời của lệnh import và export.

import-reading = Đang đọc
import-storing = Đang ghi { $count } dòng…
import-file-unreadable = Không đọc được tệp "{ $file }".
import-whole-line = cả dòng
import-problem = Dòng { $line }, { $field }: { $reason }
import-problems-more = … và { $count } lỗi khác
import-refused = Chưa nhập dòng nào: có { $count } lỗi. Hãy sửa tệp rồi chạy lại.
import-done = { $sort }: { $added } mới, { $changed } thay đổi, { $same } như cũ.
import-days-coming = Lưu ý: { $count } dòng ghi ngày sau hôm nay (xa nhất là { $day }). Các dòng đó đã được nhập; nếu ghi nhầm, hãy sửa rồi nhập lại.
import-empty = Tệp không có dòng nào.
import-sort-reception = Lượt tiếp
import-sort-case = Đơn
import-sort-event = Diễn biến của đơn
import-sort-activity = Hoạt động
import-sort-voter-petition = Kiến nghị cử tri
export-reading = Đang đọc dữ liệu…
export-written = Đã ghi { $count } dòng vào { $file }
export-failed = Không ghi được vào "{ $file }". Hãy xem lại thư mục và quyền ghi.

import-reason-unknown-field = không có trường này
import-reason-missing = thiếu trường này
import-reason-choice = phải là một trong: { $value }
import-reason-empty = không được để trống
import-reason-too-long = dài hơn { $value } ký tự
import-reason-control-character = có ký tự điều khiển (xuống dòng, tab)
import-reason-too-small = phải từ { $value } trở lên
import-reason-too-big = phải đến { $value } là cùng
import-reason-whole-number = phải là số nguyên
import-reason-yes-no = phải là true hoặc false
import-reason-date = phải là ngày có thật, dạng 2021-03-02
import-reason-text = phải là chữ
import-reason-list = phải là một danh sách, như ["2021-05-02"]; không có gì thì [] hoặc bỏ trường
import-reason-not-json = không phải JSON: mỗi dòng là một đối tượng trọn vẹn dạng { "{" }"type": …{ "}" }, không dấu phẩy sau dòng, không xuống dòng ở giữa
import-reason-not-object = phải là một đối tượng JSON dạng { "{" }"type": …{ "}" }, mỗi dòng một đối tượng
import-reason-not-utf8 = không phải UTF-8: hãy lưu lại tệp với mã UTF-8
import-reason-wrong-form = sai dạng
import-reason-eligible-other = đơn loại khác (khac) không thể đủ điều kiện
import-reason-eligible-split = đơn đã tách không thể đủ điều kiện: chỉ các đơn con mới có thể
import-reason-outcome-and-day = có kết quả thì phải có ngày, có ngày thì phải có kết quả
import-reason-before-received = trước ngày nhận đơn
import-reason-before-asked = trước ngày cử tri kiến nghị
import-reason-needs-to = thiếu "to": đơn vị, loại đơn hoặc kết quả mới
import-reason-no-to = diễn biến này không có "to"
import-reason-more-violations = công trình sai phạm nhiều hơn công trình đã giám sát
import-reason-more-remedied = công trình đã khắc phục nhiều hơn công trình sai phạm
import-reason-works-only = chỉ community_works mới có works, violations, remedied
import-reason-same-case = là chính đơn này
import-reason-twice = số này đã có ở dòng { $value } với nội dung khác
import-reason-unknown-unit = không có đơn vị này trong cấu hình
import-reason-unknown-case = không có đơn này trong tệp hay trong dữ liệu
import-reason-parent-not-split = đơn mẹ không có kết quả "split"
import-reason-changed-here = đơn này đã được xử lý trong chương trình và khác với dòng này: hãy sửa trong chương trình
import-reason-circle = các đơn trùng chỉ vòng quanh nhau
import-reason-event-before-received = trước ngày nhận đơn
import-reason-reopened-while-open = mở lại khi đơn chưa có kết quả
import-reason-ended-while-ended = có kết quả khi đơn không mở
import-reason-event-kind = phải là một trong: to_cao, khieu_nai, kien_nghi_phan_anh, khac
import-reason-event-outcome = phải là một kết quả: forwarded, guided, returned, archived, answered, split, duplicate, own_matter, withdrawn

## Trạng thái của đơn nhập từ sổ

status-returned = đã trả đơn
status-split = đã tách thành nhiều đơn
status-duplicate = trùng với đơn khác
status-own_matter = Mặt trận tự giải quyết
import-own-topics-unknown = Lưu ý: lĩnh vực riêng chưa có trong cấu hình: { $topics }. Đơn vẫn được nhập và tính theo lĩnh vực chung (topic); khai báo [[topics]] để thấy số riêng.
