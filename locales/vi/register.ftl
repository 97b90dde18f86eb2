### Lời của việc nhập sổ theo dõi đơn từ tệp Excel.

sheet-only-xlsx = --map và --preview chỉ dùng cho sổ Excel (.xlsx) hoặc .csv.
sheet-unreadable = Tệp này không phải sổ Excel .xlsx đọc được. Nếu là .xls, hãy mở ra và lưu lại thành .xlsx.
sheet-missing = Trong tệp không có trang "{ $value }".
sheet-empty = Tệp không có dòng nào.
sheet-too-long = Trang dài hơn { $value } dòng. Hãy chia ra nhiều tệp.
sheet-csv-unreadable = Tệp .csv này không đọc được. Hãy mở ra trong Excel và lưu lại thành .xlsx.
sheet-no-heading = Không tìm thấy dòng tiêu đề. Hãy ghi "header = SỐ DÒNG" và [columns] trong tệp --map.
sheet-column-missing = Không thấy cột "{ $value }". Hãy chỉ ra cột ấy trong [columns] của tệp --map.
sheet-map-unreadable = Không đọc được tệp --map: phải là TOML, mã UTF-8.
sheet-map-wrong = Trong tệp --map, "{ $value }" không đúng.
sheet-map-field = Trong tệp --map, không có trường nào tên như vậy: { $value }

sheet-preview-head = Trang "{ $sheet }": { $count } dòng.
sheet-preview-column = { $letter }  { $heading } → { $field }
sheet-preview-unknown = { $field } không có trong danh mục, tính là "khác": { $values }
sheet-preview-row = { "  " }{ $values }
sheet-preview-more = { "  " }… và { $count } dòng nữa
sheet-preview-good = Không có chỗ sai. Bỏ --preview để nhập.
sheet-preview-bad = Có chỗ sai, nên chưa nhập được:

sheet-field-none = (không lấy)
sheet-field-number = số đến
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

import-reason-sheet-date = không phải ngày có thật (ngày/tháng/năm)
import-reason-sheet-year = ngày thiếu năm: ghi thêm năm, hoặc "year = 2026" trong tệp --map
import-reason-sheet-word = không hiểu chữ trong ô này: sửa lại, hoặc thêm vào [values] của tệp --map
import-reason-sheet-two-kinds = đánh dấu hai loại đơn trong một dòng
import-reason-sheet-unit-needed = không biết đơn của đơn vị nào: ghi "unit = MÃ" trong tệp --map
