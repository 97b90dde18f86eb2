### Lời của việc nhập sổ theo dõi đơn từ tệp Excel.

sheet-only-xlsx = --map và --preview chỉ dùng cho sổ Excel (.xlsx) hoặc .csv.

## Cả tệp không đọc được

sheet-unreadable = Tệp này hỏng, hoặc không phải sổ Excel .xlsx. Hãy mở tệp trong Excel hoặc LibreOffice, lưu lại thành .xlsx rồi chạy lại.
sheet-other-file = Tệp này không phải sổ Excel (có thể là Word, ODS hoặc tệp nén). Hãy mở bằng Excel hoặc LibreOffice, lưu thành .xlsx rồi chạy lại.
sheet-old = Đây là tệp Excel đời cũ (.xls, .xlsb). Hãy mở bằng Excel hoặc LibreOffice (bỏ mật khẩu nếu có), chọn Lưu thành (Save As), kiểu .xlsx, rồi nhập tệp mới ấy.
sheet-locked = Tệp này khóa bằng mật khẩu. Hãy mở trong Excel, vào Tệp → Thông tin → Bảo vệ sổ làm việc → Mã hóa bằng mật khẩu, xóa mật khẩu, lưu lại rồi chạy lại.
sheet-web-page = Tệp này thật ra là trang web hoặc XML, chỉ mang tên sổ Excel (thường do phần mềm xuất ra). Hãy mở trong Excel, chọn Lưu thành, kiểu .xlsx, rồi nhập tệp mới ấy.
sheet-too-big = Tệp này giải nén ra lớn hơn { $value } MB nên không đọc. Hãy chép riêng bảng sổ đơn sang một tệp .xlsx mới, hoặc chia sổ ra từng năm.
sheet-file-empty = Tệp trống, không có dòng nào. Hãy xem lại có chọn đúng tệp không, rồi lưu lại và chạy lại.
sheet-csv-unreadable = Tệp này không phải sổ Excel .xlsx; nếu là .csv thì không nhận ra bảng mã. Hãy mở trong Excel và lưu thành .xlsx hoặc "CSV UTF-8".
sheet-csv-broken = Tệp .csv này có chỗ hỏng (thường là thiếu một dấu ngoặc kép ", hoặc một ô quá dài). Hãy mở trong Excel và lưu thành .xlsx.

## Cả trang không đọc được

sheet-missing = Trong tệp không có trang "{ $sheet }". Các trang có: { $value }. Hãy sửa "sheet" trong tệp --map.
sheet-hidden = Cả tệp chỉ có trang "{ $sheet }" giống sổ mà trang ấy đang ẩn. Hãy bỏ ẩn trong Excel, hoặc ghi sheet = "{ $sheet }" trong tệp --map.
sheet-empty = Trang "{ $sheet }" trống. Hãy xem lại có chọn đúng trang không.
sheet-too-long = Trang "{ $sheet }" dài hơn { $value } dòng. Hãy chia ra nhiều tệp; nếu sổ không dài thế, hãy xóa các ô thừa ở cuối trang.
sheet-no-heading = Trang "{ $sheet }": không tìm thấy dòng tiêu đề (tên các cột như "Số đến", "Ngày nhận", "Loại đơn") trong 25 dòng đầu. Hãy thêm dòng ấy; hoặc ghi "header = SỐ DÒNG" và [columns] trong tệp --map.
sheet-old-font = Trang "{ $sheet }": chữ gõ bằng phông cũ (TCVN3, .VnTime) nên không đọc được. Hãy chuyển sang Unicode (bộ công cụ của UniKey, Ctrl+Shift+F6), lưu lại rồi chạy lại.
sheet-column-missing = Trang "{ $sheet }": không thấy cột "{ $value }". Hãy thêm cột ấy vào sổ, hoặc chỉ ra trong [columns] của tệp --map cột nào là cột ấy.{ $others ->
    [none] {""}
   *[other] {" "}Các cột chưa hiểu: { $others }.
}
sheet-unit-needed = Trang "{ $sheet }": không biết đơn của đơn vị nào. Hãy thêm cột "Đơn vị", hoặc ghi tên đơn vị ở đầu trang, trên bảng, hoặc ghi "unit = MÃ" trong tệp --map.
sheet-map-unreadable = Không đọc được tệp --map: dòng { $value } sai. Tệp phải là TOML, mã UTF-8; mỗi dòng dạng tên = "giá trị".
sheet-map-wrong = Trong tệp --map, "{ $value }" không đúng. Hãy xem lại tên và giá trị ấy theo docs/operations.md.
sheet-map-field = Trong tệp --map, không có trường nào tên như vậy: { $value }. Các trường có: docs/operations.md.

## Trước khi nhập

sheet-preview-head = Trang "{ $sheet }": { $count } đơn, tiêu đề ở dòng { $rows }.
sheet-preview-column = { $letter }  { $heading } → { $field }
sheet-preview-word = "{ $said }" → { $taken }
sheet-preview-words = { "  " }{ $field }: { $values }
sheet-open = (chưa xong)
sheet-preview-unknown = Trang "{ $sheet }": { $field } không có trong danh mục, tính là "khác": { $values }
sheet-preview-row = { "  " }{ $values }
sheet-preview-more = { "  " }… và { $count } đơn nữa
sheet-preview-good = Không có chỗ sai. Bỏ --preview để nhập.
sheet-preview-bad = Có chỗ sai, nên chưa nhập được:
sheet-note-unit = Trang "{ $sheet }": không có cột đơn vị, lấy theo dòng "{ $words }".
sheet-note-serial = Trang "{ $sheet }": không có cột số đến, lấy số thứ tự trong tháng nhận làm số đơn. Nhập lại thì đừng đổi số thứ tự.
sheet-note-left-out = Trang "{ $sheet }": không lấy dòng { $rows } (không phải đơn: dòng cộng, tiêu đề nhắc lại, ghi chú, chữ ký).
sheet-note-hidden-rows = Trang "{ $sheet }": dòng { $rows } đang ẩn hoặc bị lọc, vẫn được tính.
sheet-note-passed = Không lấy trang "{ $sheet }": { $reason }
sheet-why-hidden = trang đang ẩn. Muốn lấy, hãy bỏ ẩn hoặc ghi sheet = "{ $sheet }" trong tệp --map.
sheet-why-empty = trang trống.
sheet-why-no-heading = không có dòng tiêu đề của sổ đơn.
sheet-why-old-font = chữ gõ bằng phông cũ (TCVN3), phải chuyển sang Unicode.
sheet-why-column-missing = không có cột "{ $value }".
sheet-problem = Trang "{ $sheet }", dòng { $rows }, cột { $column }: { $reason }

sheet-field-none = (không lấy)
sheet-field-number = số đến
sheet-field-serial-number = số thứ tự (lấy làm số đến)
sheet-field-ref = mã đơn
sheet-field-unit = đơn vị
sheet-field-received-on = ngày nhận
sheet-field-channel = cách nhận
sheet-field-kind = loại đơn
sheet-field-topic = lĩnh vực
sheet-field-eligible = đủ điều kiện
sheet-field-outcome = kết quả xử lý
sheet-field-outcome-on = ngày có kết quả
sheet-field-authority = cơ quan nhận
sheet-field-replied-on = ngày phúc đáp
sheet-field-resolved-on = ngày giải quyết xong
sheet-field-urged-on = ngày đôn đốc
sheet-field-signed-on = ngày ký đơn
sheet-field-person = người gửi (chỉ giữ dạng mã)
sheet-field-signers = số người ký
sheet-field-instance = lần gửi
sheet-field-matter = vụ việc
sheet-field-competence = thẩm quyền
sheet-field-anonymous = nặc danh
sheet-field-ineligible-mark = không đủ điều kiện (đánh dấu)
sheet-field-kind-to-cao = tố cáo (đánh dấu)
sheet-field-kind-khieu-nai = khiếu nại (đánh dấu)
sheet-field-kind-kien-nghi-phan-anh = kiến nghị, phản ánh (đánh dấu)

import-reason-sheet-date = không phải ngày có thật: ghi lại ngày/tháng/năm, thí dụ 05/10/2026
import-reason-sheet-range = ngoài khoảng cho phép: ngày phải từ năm 1900 đến 2199, số phải từ 1
import-reason-sheet-year = ngày thiếu năm: ghi thêm năm, hoặc "year = 2026" trong tệp --map
import-reason-sheet-word = không hiểu chữ trong ô này: sửa lại, hoặc thêm vào [values] của tệp --map
import-reason-sheet-mark = không rõ ô này có đánh dấu hay không: ghi "x" hoặc để trống
import-reason-sheet-two-kinds = một dòng ghi hai loại đơn: mỗi đơn chỉ một loại; đơn nhiều nội dung thì tách mỗi loại một dòng, số đến riêng
import-reason-sheet-blank = ô này để trống: hãy điền
import-reason-sheet-formula = công thức chưa tính ra giá trị: mở tệp trong Excel, lưu lại (Excel sẽ tính) rồi chạy lại
import-reason-sheet-formula-error = công thức báo lỗi (#REF!, #N/A …): sửa công thức hoặc gõ thẳng giá trị
import-reason-sheet-twice = số này đã có ở dòng { $value } với nội dung khác: mỗi đơn một số riêng
import-reason-sheet-unit-unknown = không có đơn vị này trong cấu hình: sửa tên cho đúng, hoặc thêm vào [values.unit] của tệp --map
import-reason-sheet-units-two = tên này chỉ nhiều đơn vị ({ $value }): ghi mã đơn vị, hoặc thêm vào [values.unit] của tệp --map
