### Nhắc hạn, tin tổng hợp buổi sáng, các thời hạn của một đơn.

remind = ⏰ { $n ->
    [1] Nhắc hạn
   *[other] Nhắc hạn ({ $n } việc)
    }
remind-above = ⏰ Đơn vị cấp dưới quá hạn { $n ->
    [1] một việc
   *[other] { $n } việc
    }:
remind-front-left = 🟡 { $code }: { $duty }. Hạn { $due }, còn { $days } ngày làm việc.
remind-front-today = 🟠 { $code }: { $duty }. Hạn HÔM NAY { $due }.
remind-front-late = 🔴 { $code }: { $duty }. Quá hạn { $days } ngày làm việc (hạn { $due }).
remind-authority-left = 🟡 { $code }: { $duty }. Cơ quan nhận còn { $days } ngày làm việc (đến { $due }).
remind-authority-today = 🟠 { $code }: { $duty }. Hạn của cơ quan nhận là HÔM NAY { $due }.
remind-authority-late = 🔴 { $code }: { $duty }. Cơ quan nhận đã quá hạn { $days } ngày làm việc (hạn { $due }). Đôn đốc.
dates-moved = 📅 Lịch nghỉ vừa đổi, hạn được tính lại ({ $n } đơn):
dates-moved-line = { $code }: { $before } → { $after }
digest-own = ☀️ Việc của bạn ngày { $day }
digest-unit = ☀️ { $unit } – ngày { $day }
digest-overdue = 🔴 Quá hạn ({ $n }): { $codes }
digest-today = 🟠 Hạn hôm nay ({ $n }): { $codes }
digest-soon = 🟡 Sắp đến hạn ({ $n }): { $codes }
digest-nobody = 👤 Chưa ai nhận ({ $n }): { $codes }
digest-call = ☎️ Chưa gửi được tới người dân, cần gọi điện ({ $n }): { $codes }. Gọi xong nhắn /dagoi và mã.
digest-owed = 🏛 Cơ quan chậm trả lời ({ $n }): { $codes }. Đôn đốc: /dondoc và mã.
digest-owed_soon = 🏛 Cơ quan sắp đến hạn trả lời ({ $n }): { $codes }
digest-awaits = 💬 Chờ người dân trả lời ({ $n }): { $codes }
digest-idle = 🕯 Không có gì mới từ { $days } ngày làm việc ({ $n }): { $codes }
digest-more = và { $n } đơn khác
digest-silent-officers = 📵 Không nhắn riêng được: { $names }. Xin mở lại trò chuyện với bot.
digest-silent-units = 📵 Không nhắn được nhóm của: { $units }. Xin thêm lại bot vào nhóm rồi nhắn /gan.
opt-work = Việc của tôi

duty-to-cao-forward = chuyển tố cáo, báo người tố cáo
duty-to-cao-anonymous = xử lý thông tin tố cáo không tên
duty-to-cao-inform-sender = báo lại Mặt trận
duty-to-cao-accept = quyết định thụ lý hay không
duty-to-cao-settle = giải quyết tố cáo
duty-to-cao-settle-complex = giải quyết tố cáo (phức tạp)
duty-to-cao-settle-special = giải quyết tố cáo (đặc biệt phức tạp)
duty-to-cao-notify-acceptance = báo người tố cáo việc thụ lý
duty-to-cao-conclusion = gửi kết luận
duty-khieu-nai-notice = báo người gửi kết quả xử lý
duty-khieu-nai-accept = thụ lý khiếu nại
duty-khieu-nai-settle-first = giải quyết khiếu nại lần đầu
duty-khieu-nai-settle-first-complex = giải quyết khiếu nại lần đầu (phức tạp)
duty-khieu-nai-settle-first-remote = giải quyết khiếu nại lần đầu (vùng sâu, xa)
duty-khieu-nai-settle-first-remote-complex = giải quyết khiếu nại lần đầu (vùng sâu, xa, phức tạp)
duty-khieu-nai-settle-second = giải quyết khiếu nại lần hai
duty-khieu-nai-settle-second-complex = giải quyết khiếu nại lần hai (phức tạp)
duty-khieu-nai-settle-second-remote = giải quyết khiếu nại lần hai (vùng sâu, xa)
duty-khieu-nai-settle-second-remote-complex = giải quyết khiếu nại lần hai (vùng sâu, xa, phức tạp)
duty-khieu-nai-result-to-front = gửi kết quả cho Mặt trận
duty-khieu-nai-send-first = gửi quyết định giải quyết
duty-khieu-nai-send-second = gửi quyết định giải quyết lần hai
duty-kien-nghi-notice = báo người gửi kết quả xử lý
duty-kien-nghi-reply = trả lời Mặt trận
duty-khac-notice = báo người gửi kết quả xử lý
