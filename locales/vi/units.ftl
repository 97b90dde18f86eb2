### Danh sách đơn vị để riêng một tệp.

cmd-units = Danh sách đơn vị.
cmd-units-import = Nhập danh sách đơn vị từ Excel, CSV hoặc JSON từng dòng; kiểm tra cả cây rồi mới ghi.
flag-units-out = Nơi ghi danh sách (mặc định: units_file trong cấu hình, không có thì units.jsonl).
flag-units-check = Chỉ kiểm tra, không ghi gì.

units-imported = Đã ghi { $count } đơn vị vào { $file }. Chạy lại chương trình để dùng.
units-fine = { $count } đơn vị, cây đơn vị khớp. Chưa ghi gì (--check).
units-name-it = Thêm dòng này vào đầu tệp cấu hình, trên mọi mục [...]: units_file = "{ $file }"
units-file-unreadable = Không đọc được tệp { $file }.
units-wrong = { $file }, dòng { $line }{ $column ->
    [none] {""}
   *[other] , cột { $column }
}: { $reason }
units-wrong-file = { $file }: { $reason }
units-not-utf8 = Tệp không phải UTF-8. Trong Excel: Lưu thành, chọn "CSV UTF-8", hoặc đưa thẳng tệp .xlsx.
units-not-json = dòng này không phải một đối tượng JSON.
units-not-day = không phải ngày có thật, có đủ năm (ngày/tháng/năm).
units-no-heading = Không thấy dòng tiêu đề có đủ ba cột: mã, tên, cấp.
units-empty = Tệp không có đơn vị nào.
