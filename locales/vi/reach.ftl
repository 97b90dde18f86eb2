# Đến được với người: tin gửi được hay chưa, cán bộ không dùng Telegram, thư điện tử, nhóm Zalo.

web-life-delivered = Tin đã tới người gửi

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
