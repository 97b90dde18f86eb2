### Trao đổi với người dân về đơn đã gửi: tin của cán bộ, trả lời, hài lòng hay chưa.

told-message-open =
    ✉️ { $unit } nhắn về đơn { $code }:

    { $words }{ $has_officer ->
        [yes] {"\u000A"}({ $officer })
       *[no] {""}
    }

    Ông/bà cứ nhắn trả lời ngay tại đây, gửi kèm ảnh cũng được ạ.
told-message =
    ✉️ { $unit } nhắn về đơn { $code }:

    { $words }{ $has_officer ->
        [yes] {"\u000A"}({ $officer })
       *[no] {""}
    }
told-clock-extend = ⏱ Đơn { $code }: cơ quan có thẩm quyền gia hạn thời hạn giải quyết thêm { $days } ngày.{ $has_reason ->
        [yes] {" "}Lý do: { $reason }
       *[no] {""}
    } Ông/bà không phải làm gì thêm ạ.
told-clock-stop = ⏸ Đơn { $code }: cơ quan có thẩm quyền tạm dừng giải quyết.{ $has_reason ->
        [yes] {" "}Lý do: { $reason }
       *[no] {""}
    } Khi giải quyết tiếp, tôi sẽ báo ông/bà.
told-clock-resume = ▶️ Đơn { $code }: cơ quan có thẩm quyền đã giải quyết tiếp. Ông/bà không phải làm gì thêm ạ.
opt-reply = Trả lời
opt-new_matter = Việc khác
courtesy-words =
    .also = cảm|cám|ơn|cảm ơn|dạ|vâng|ạ|ok|oke|okay|em|cháu|con|tôi|bác|anh|chị|cô|chú|ông|bà|nhiều|rất|lắm|xin|cán|bộ|nhé|nha|tks|thanks|thank|you|mặt|trận|rồi|được|biết|hiểu|quá
talkback-put = 💬 Đã chuyển lời ông/bà vào đơn { $code }. Cán bộ sẽ đọc. Nếu là việc khác, xin chọn mục bên dưới.
talkback-which = Lời vừa rồi của ông/bà là về đơn nào ạ?
survey = Ông/bà có hài lòng với việc giải quyết đơn { $code } không ạ? Chỉ cần chọn một mục.
survey-again = Xin hỏi lại ông/bà một lần: ông/bà có hài lòng với việc giải quyết đơn { $code } không ạ? Không trả lời cũng không sao.
opt-hailong = 😊 Hài lòng
    .also = hài lòng
opt-tamduoc = 😐 Tạm được
    .also = tạm được|bình thường|tạm
opt-chuahailong = 🙁 Chưa hài lòng
    .also = chưa hài lòng|không hài lòng
survey-nothing = Hiện không có câu hỏi nào chờ ông/bà trả lời ạ.
survey-said-already = Ông/bà đã trả lời câu hỏi này rồi ạ. Xin cảm ơn.
survey-thanks-satisfied = Cảm ơn ông/bà. Đơn { $code } đã khép lại; khi cần, ông/bà cứ nhắn ạ.
survey-thanks-partly = Cảm ơn ông/bà đã cho biết. Cần bổ sung gì cho đơn { $code }, ông/bà cứ nhắn ạ.
survey-why = Rất tiếc vì ông/bà chưa hài lòng về đơn { $code }. Xin cho biết vì sao, để chúng tôi xem lại:
survey-why-hint = Xin nhắn bằng chữ, hoặc chọn “Không nêu lý do”.
opt-no_reason = Không nêu lý do
    .also = không|bỏ qua|không có
survey-reopened = Chúng tôi mở lại đơn { $code } để xem lại và sẽ báo ông/bà kết quả. Mã đơn vẫn như cũ.
survey-above = Ý kiến của ông/bà về đơn { $code } đã chuyển tới { $unit } để xem lại cách giải quyết. Ông/bà sẽ được báo ạ.
survey-reopened-staff = 🙁 Đơn { $code }: người dân chưa hài lòng, đơn được mở lại.
survey-above-staff = 🙁 Đơn { $code }: người dân chưa hài lòng với cách giải quyết của cấp dưới. Đề nghị xem lại.
command-henlich =
    .also = hẹn lịch|đặt lịch|đặt lịch hẹn|hẹn gặp|đăng ký gặp
command-danhgia =
    .also = đánh giá
booking-none = Ông/bà không có lịch hẹn nào như vậy ạ.
booking-cancelled = Đã bỏ lịch hẹn ngày { $day }. Thông tin ông/bà khai cho lịch này đã xóa.
booking-held = Lịch hẹn của ông/bà:
booking-line = 📅 { $day } · số { $n } · { $unit }
opt-booking-cancel = Bỏ lịch hẹn
opt-booking-more = Hẹn thêm ngày khác
booking-no-days = { $unit } chưa mở hẹn lịch qua đây. Xin gọi { $phone } hoặc tới { $address } ({ $hours }) ạ.
booking-ask-unit = Ông/bà muốn gặp Ủy ban Mặt trận nơi nào?
booking-ask-day = Chọn ngày tiếp công dân:
booking-full = Các ngày sắp tới đã kín lịch. Ông/bà vẫn có thể tới trực tiếp vào ngày tiếp công dân ạ.
booking-ask-name = Xin cho biết họ tên để cán bộ gọi (có thể bỏ qua):
booking-ask-contact = Số điện thoại để báo khi đổi lịch (có thể bỏ qua):
booking-ask-about = Ông/bà cần gặp về việc gì? Chỉ một câu ngắn (có thể bỏ qua):
booking-once = Ông/bà đã có lịch hẹn ngày { $day } rồi ạ.
booking-done = ✅ Đã hẹn ngày { $day }, số thứ tự { $n }, tại { $unit }: { $address } ({ $hours }). Xin mang theo giấy tờ tùy thân. Bỏ lịch: nhắn /henlich.
