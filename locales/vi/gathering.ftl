### Nhiều đơn đến cùng lúc: cán bộ nhận một tin chung thay cho từng tin.

gathering-new = 📥 Từ { $start } có thêm { $n } đơn mới, chưa có người nhận.
gathering-late = ⏰ { $n } đơn đã quá giờ mà chưa ai nhận.
gathering-kinds = Trong đó: { $kinds }.
gathering-why = Nhiều đơn đến cùng lúc nên được báo chung. Đơn khẩn cấp vẫn báo riêng từng đơn. Thời hạn của mỗi đơn không đổi.
gathering-list = Xem tất cả và nhận: { $link }
opt-gathering = Xem danh sách
