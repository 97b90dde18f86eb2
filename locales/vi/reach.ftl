# Đến được với người: tin gửi được hay chưa, cán bộ không dùng Telegram, thư điện tử, nhóm Zalo.

web-life-delivered = Tin đã tới người gửi
web-life-reachable = Người gửi cho biết cách liên lạc khác (ghi trong phần bổ sung)

# Thư điện tử cho cán bộ: không có chữ nào của đơn, chỉ mã và đường dẫn.
mail-case-subject = Đơn { $code } có việc cần xem
mail-case = Đơn { $code } có việc cần ông/bà xem. Nội dung chỉ mở được trên trang làm việc:

    { $link }
mail-any-subject = Có việc cần xem trên trang làm việc
mail-any = Có việc cần ông/bà xem trên trang làm việc:

    { $link }
mail-link-subject = Liên kết vào trang làm việc
mail-link = Liên kết này đưa ông/bà vào trang làm việc, một lần, trong vài phút. Đừng chuyển cho ai:

    { $link }

    Nếu ông/bà không xin liên kết này, hãy bỏ qua thư.
mail-urgent-subject = Xem ngay: { $subject }
mail-foot = { $office }
    Thư do máy gửi, xin đừng trả lời. Nội dung đơn không bao giờ đi qua thư điện tử.

config-email-sender = [email] cần có địa chỉ người gửi.
    .fix = Thêm sender = "tiengdan@phuong.gov.vn", đúng hộp thư mà máy chủ cho phép gửi.
config-email-tls = thư không mã hóa chỉ được gửi cho máy chủ thư trên chính máy này.
    .fix = Bỏ tls = "none" (máy tự chọn), hoặc đặt "starttls" hay "implicit".

# tiengdan doctor
doctor-way-off = Cấu hình có nhóm hoặc tài khoản cán bộ trên kênh { $channel }, nhưng kênh này chưa bật: ở đó không ai được báo.
doctor-mail-address = Thư điện tử sẽ dẫn về địa chỉ của riêng máy này: đặt public_url trong [web] để cán bộ mở được từ máy khác.
doctor-staff-moved = Trong 24 giờ qua { $count } tin báo cho cán bộ không đi được qua { $channel } ({ $reason }), đã đi đường kế tiếp: xem lại kênh ấy.

# Trong nhóm cán bộ, ở kênh nào cũng vậy. Lệnh gõ bằng chữ thường: .also.
bare-viec = việc
    .also = việc|danh sách việc|việc hôm nay|việc cần làm|xem việc
bare-quahan = quá hạn
    .also = quá hạn|đơn quá hạn
bare-chuagui = chưa gửi được
    .also = chưa gửi|chưa gửi được
bare-thongke = thống kê
    .also = thống kê|số liệu
bare-console = trang làm việc
    .also = trang làm việc|đăng nhập
bare-nhan = nhận
    .also = nhận|tôi nhận|nhận đơn|tôi nhận đơn
bare-don = đơn
    .also = đơn|mở|mở đơn|xem đơn|xem
group-list = { $n } đơn đang mở, đơn đến hạn trước đứng trên:
group-list-line = { $code } · hạn { $due } · { $officer }
group-list-late = ⚠ { $code } · quá hạn từ { $due } · { $officer }
group-list-more = … và { $n } đơn nữa trên trang làm việc.
group-on-page = Tôi chưa nhắn riêng được cho bạn, nên xin mở trên trang làm việc: { $link }
group-command-on-page = Lệnh này không dùng trong nhóm, vì có thể nói tới một người. Tôi chưa nhắn riêng được cho bạn, nên xin làm trên trang làm việc: { $link }

# Đăng nhập không cần chat
web-sign-in-mail = Thư điện tử công vụ
web-sign-in-mail-send = Gửi đường dẫn cho tôi
web-sign-in-invited = Tôi có từ mời của quản trị viên
web-mail-sent = Nếu địa chỉ này là của một cán bộ, đường dẫn đã được gửi tới đó: dùng một lần, trong 5 phút. Chưa thấy thư, xin xem cả hộp thư rác rồi thử lại sau ít phút.
web-mail-wrong = Địa chỉ thư chưa đúng. Xin viết như ten@phuong.gov.vn.
web-invited-title = Mở lời mời cán bộ
web-invited-how = Dành cho cán bộ nhận việc qua thư điện tử. Ai nhắn tin với bot được thì nhắn /gan TỪ_MỜI cho bot.
web-invited-word = Từ mời
web-invited-send = Mở lời mời
web-invited = Đã nhận lời mời. Quản trị viên xác nhận xong, ông/bà vào trang làm việc bằng đường dẫn gửi tới thư này.
web-invited-first = Chào mừng quản trị viên đầu tiên. Ông/bà vào trang làm việc ngay được: xin gõ thư này ở trang /console, đường dẫn sẽ gửi tới.
web-invited-wrong = Từ mời không đúng hoặc đã hết hạn, hoặc thư này đã có người dùng. Xin quản trị viên cấp từ mới.

# Người dân nhắn một chữ để nhận tin đang chờ
window-came = Trên đây là tin đã chờ ông/bà. Nếu ông/bà vừa nhắn một việc mới, xin chọn mục dưới đây rồi viết lại giúp.
mail-machine-subject = Chương trình cần người xem lại
mail-machine = { $what }

opt-called = 📞 Đã gọi điện
web-filter-call = Chưa gửi được
