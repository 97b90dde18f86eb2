### Lệnh của cán bộ: trợ giúp, lời chào, thực đơn lệnh, và hỏi "đơn nào".

staff-greeting =
    Xin chào { $name } ({ $role }, { $units }).
    Đơn mới, nhắc hạn và tin của người dân tôi báo tại đây. Nhắn /viec để xem việc đang chờ, /trogiup để xem mọi lệnh.
opt-guide-viec = Việc đang chờ
opt-guide-console = Trang làm việc
opt-guide-trogiup = Mọi lệnh

hint-how = Lệnh của cán bộ (gõ trong tin riêng; sau lệnh về một đơn là mã đơn, gõ thiếu mã tôi sẽ hỏi đơn nào):
hint-section-work = 📥 Việc
hint-section-check = 🔎 Kiểm tra
hint-section-outcome = 📄 Kết quả
hint-section-chase = ⏱ Thời hạn, đôn đốc
hint-section-talk = 💬 Với người gửi
hint-section-desk = 📒 Sổ, giao việc
hint-section-office = 🏛 Chung

hint-viec = việc đang chờ
hint-don = mở một đơn
hint-nhan = tôi nhận đơn
hint-khac = mọi việc được làm với đơn lúc này
hint-tim = tìm theo mã, số điện thoại, họ tên, từ ngữ
hint-quahan = đơn quá hạn, cơ quan chậm trả lời
hint-chuagui = tin chưa tới người dân, cần gọi điện
hint-dieukien = xét điều kiện xử lý
hint-hoithem = hỏi người gửi điều còn thiếu
hint-loai = sửa loại, lĩnh vực
hint-kyten = đã có đơn ký
hint-yeucau = trả lời yêu cầu rút, xóa
hint-rutgiay = đã có giấy rút đơn
hint-lienquan = tôi liên quan, giao người khác
hint-chuyen = chuyển cơ quan có thẩm quyền
hint-huongdan = hướng dẫn người gửi
hint-traloi = trả lời người gửi
hint-luu = lưu đơn
hint-noibo = thụ lý việc của chính Mặt trận
hint-tradon = trả lại đơn do nơi khác chuyển đến
hint-tach = tách đơn nhiều nội dung
hint-trung = đơn trùng
hint-vuviec = gộp vào một vụ việc
hint-chuyendv = giao đơn cho đơn vị khác
hint-molai = xem lại đơn đã có kết quả
hint-dondoc = đôn đốc cơ quan chậm trả lời
hint-phucdap = ghi văn bản phúc đáp
hint-kiennghi = kiến nghị cấp trên của cơ quan
hint-thuly = cơ quan đã thụ lý
hint-quyetdinh = cơ quan đã có quyết định, kết luận
hint-han = các thời hạn của đơn
hint-giahan = gia hạn
hint-tamdung = tạm dừng thời hạn
hint-tinhtiep = tính tiếp thời hạn
hint-nhantin = nhắn người gửi (xem trước rồi mới gửi)
hint-traodoi = xem trao đổi với người gửi
hint-ghichu = ghi chú nội bộ
hint-dagoi = đã gọi điện cho người gửi
hint-nhapdon = nhập đơn giấy, đơn qua điện thoại
hint-tiepdan = ghi lượt tiếp công dân
hint-hoatdong = ghi giám sát, phản biện, đối thoại
hint-lichhen = ai hẹn buổi tiếp tới
hint-giao = giao đơn cho người khác
hint-bangiao = bàn giao mọi đơn đang giữ
hint-thongke = số liệu, ví dụ /thongke 10/2026
hint-console = liên kết vào trang làm việc
hint-xacnhan = duyệt cán bộ mới
hint-gan = (trong nhóm) gắn nhóm với một đơn vị

which-letter = /{ $command } – { $what }. Với đơn nào? Bấm một mã, hoặc nhắn /{ $command } và mã đơn.
which-letter-none = /{ $command } – { $what }. Xin nhắn kèm mã đơn, ví dụ: /{ $command } TD-7K3M-9QXH. Lúc này không có đơn nào sẵn cho việc đó trong danh sách của bạn; tìm mã bằng /viec hoặc /tim.
or-stop = Muốn dừng việc này: nhắn /huy.
file-not-here = Lúc này tôi đang chờ chữ hoặc một nút bấm, nên ảnh, tệp vừa rồi chưa gắn vào đâu. Xin trả lời câu dưới đây trước; ảnh cho đơn đã gửi thì nhắn /bosung.
