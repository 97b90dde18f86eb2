### Thực đơn lệnh mà Telegram hiện cạnh ô gõ chữ.

menu-guidon = Gửi đơn, phản ánh, kiến nghị
menu-tracuu = Tra cứu theo mã
menu-dontoi = Đơn tôi đã gửi
menu-bosung = Gửi thêm cho đơn đã gửi
menu-trogiup = Trợ giúp, gặp cán bộ
menu-ngonngu = Đổi ngôn ngữ
menu-dulieu = Dữ liệu của tôi, rút, xóa
menu-huy = Dừng việc đang làm
