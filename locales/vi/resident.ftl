### Sau khi gửi: tra cứu, bổ sung, dữ liệu, rút, xóa, liên kết.

status-submitted = đã nhận, chờ cán bộ xem
status-registered = cán bộ đang xem xét
status-guided = đã hướng dẫn
status-forwarded = đã chuyển cơ quan có thẩm quyền
status-archived = đã lưu đơn
status-answered = đã trả lời
status-withdrawn = đã rút
status-reviewed = cán bộ đã xem xét
status-closed = đã xử lý
status-received = đã nhận

case-line = { $code } · ngày { $day } · { $status }
own-letters = Các đơn của ông/bà (mới nhất trước):
no-letters = Tài khoản này chưa gửi đơn nào ạ. Nếu gửi từ ứng dụng khác, ông/bà nhắn /lienket ở ứng dụng đó.
ask-code = Ông/bà nhắn mã theo dõi trên biên nhận, hoặc chọn đơn của mình.
ask-code-hint = Mã bắt đầu bằng chữ TD, gồm 8 chữ và số. Viết thường, thiếu gạch cũng được ạ.
code-unknown = Tôi không tìm thấy mã này. Ông/bà xem lại từng chữ giúp. Quên mã thì gọi { $phone } hoặc mang giấy tờ đến { $address }. Để giữ kín, tôi không tra theo tên hay số điện thoại.
code-too-many = Ông/bà đã thử nhiều mã chưa đúng. Xin nghỉ khoảng một giờ rồi thử lại, hoặc gọi { $phone } ({ $hours }), cán bộ tra giúp.
track-mine =
    Đơn { $code }
    Việc: { $kind }
    Nhận lúc: { $received }
    Hiện nay: { $status }
    Nơi giữ: { $holder }
track-next = Mốc tiếp theo: ngày { $due }.
track-guided = Ngày { $day }: cán bộ đã hướng dẫn. { $words }
track-forwarded = Ngày { $day }: đã chuyển tới { $authority }{ $has_number ->
        [yes] {" "}(văn bản { $number }).
       *[no] .
    }
track-archived = Ngày { $day }: đã lưu đơn. { $words }
track-answered = Ngày { $day }: đã trả lời. { $words }
track-secret = Ngày { $day }: { $status }. Để giữ kín, chi tiết không gửi qua đây.
track-unsigned = Chưa có đơn ký tên: muốn thành đơn theo luật, ông/bà mang đơn có chữ ký (hoặc điểm chỉ) đến { $address } ({ $hours }).
track-files = Tệp kèm theo: { $n }.
track-nothing-to-do = Ông/bà không cần làm gì thêm.
track-foreign = Đơn { $code }: { $status }. Nơi giữ: { $holder }. { $next }
track-foreign-secret = Đơn { $code }: { $status }.

ask-which = Ông/bà nói về đơn nào ạ?
ask-which-hint = Ông/bà chọn mã đơn giúp tôi, hoặc nhắn số thứ tự.
ask-which-gone = Đơn này không còn nữa ạ.
not-your-letter = Tài khoản này không phải nơi đã gửi đơn đó. Muốn làm việc với đơn ở đây, ông/bà nhắn /lienket ở tài khoản đã gửi, rồi nhắn từ đó cho tôi. Cần giúp: { $phone }.
ask-added = Ông/bà gửi thêm lời, ảnh, giấy tờ cho đơn { $code } vào đây.
ask-added-more = Đơn { $code }: đã ghi { $n } tin, { $files } tệp. Ông/bà gửi thêm, hoặc chọn "Gửi xong".
added = Đã thêm vào đơn { $code } và báo cán bộ. Cảm ơn ông/bà.

data-kept = Chúng tôi đang giữ { $letters } đơn gửi từ tài khoản này:
data-draft = Một bản đang viết dở, tự xóa sau { $days } ngày không dùng.
data-rights =
    Mỗi đơn gồm lời kể, tệp, tên và cách liên hệ nếu ông/bà để lại; đều được mã hóa, cán bộ mở lần nào ghi lần đó.
    Muốn xem bản đầy đủ, sửa, hay biết ai đã mở: gọi { $phone } hoặc đến { $address }.

ask-withdraw-free = Ông/bà muốn rút đơn { $code }? Rút là quyền của ông/bà, không cần nêu lý do. Đơn vẫn được tính trong số liệu, không nêu tên.
ask-withdraw-lawful = Ông/bà muốn rút đơn { $code }? Với khiếu nại, tố cáo, luật cần giấy rút có chữ ký, nên ở đây tôi chỉ ghi yêu cầu và báo cán bộ hẹn ông/bà. Tố cáo đã có dấu hiệu vi phạm thì cơ quan vẫn làm tiếp. Nếu ai ép ông/bà rút, xin chọn "Tôi bị ép".
ask-delete = Ông/bà muốn xóa thông tin của đơn { $code }? Cán bộ sẽ xóa phần luật cho xóa (tên, cách liên hệ, tin nhắn). Đơn đã vào sổ hoặc đã chuyển thì sổ và hồ sơ phải lưu theo luật. Tin nhắn trong máy, ông/bà tự xóa.
ask-consent = Ông/bà muốn rút lại lời đồng ý cho đơn { $code }? Từ đó chúng tôi ngừng xử lý phần không bị luật buộc; đơn đã vào sổ, đã chuyển thì phần đó vẫn phải lưu. Ông/bà có thể không nhận được trả lời nữa.
opt-sure = Tôi chắc chắn
    .also = chắc chắn|chắc|có|đồng ý|đúng|rút|xóa|vâng
opt-forced = Tôi bị ép
    .also = bị ép|bị đe dọa
asked-withdraw = Đã ghi yêu cầu rút đơn { $code } hôm nay và báo cán bộ. Cán bộ sẽ xác nhận tại đây.
asked-withdraw-lawful = Đã ghi yêu cầu rút đơn { $code } hôm nay và báo cán bộ. Đơn CHƯA rút cho tới khi ông/bà ký giấy rút tại { $address } ({ $hours }).
asked-delete = Đã ghi yêu cầu xóa thông tin của đơn { $code } hôm nay và báo cán bộ. Trong 2 ngày làm việc cán bộ xác nhận, và nói rõ phần nào xóa, phần nào luật buộc lưu.
asked-consent = Đã ghi ông/bà rút lại đồng ý cho đơn { $code } hôm nay và báo cán bộ. Trong 2 ngày làm việc cán bộ xác nhận, và nói rõ phần nào ngừng, phần nào luật buộc lưu.
asked-already = Yêu cầu này của đơn { $code } đã được ghi từ trước và đang chờ cán bộ trả lời.
asked-forced = Cảm ơn ông/bà đã cho biết. Chúng tôi CHƯA rút đơn { $code }, và đã báo kín cho cán bộ phụ trách. Nếu bị đe dọa, xin gọi 113. Người khác xem được điện thoại thì xin xóa tin này.

link-word =
    Từ nối dùng một lần (trong { $minutes } phút):
    { $word }
    Ở ứng dụng kia, ông/bà nhắn: /lienket { $word }
    Xin đừng đưa từ này cho ai.
link-joined = Đã nối hai tài khoản. Từ nay ở đây ông/bà xem và bổ sung được các đơn đã gửi từ tài khoản kia.
link-word-wrong = Từ này không đúng hoặc đã hết hạn. Ông/bà nhắn /lienket ở tài khoản đã gửi đơn để lấy từ mới.

request-withdraw = xin rút đơn
request-delete = xin xóa thông tin
request-consent = rút lại lời đồng ý
request-data = xin xem thông tin
request-forced = báo bị ép rút đơn
told-request = Đơn { $code }: về việc ông/bà { $want }, cán bộ trả lời: { $words }
told-request-secret = Đơn { $code }: yêu cầu của ông/bà đã có trả lời. Để giữ kín, chi tiết không gửi qua đây; ông/bà đến trực tiếp hoặc gọi { $phone }.

told-reopened = Đơn { $code }: cán bộ đang xem lại. Có kết quả tôi sẽ nhắn tại đây.
told-guided = Đơn { $code }: cán bộ đã xem và hướng dẫn ông/bà như sau: { $words }
told-forwarded = Đơn { $code }: ngày { $on } Mặt trận đã chuyển tới { $authority }{ $has_number ->
        [yes] , văn bản { $number }.
       *[no] .
    } Nơi đó có trách nhiệm xem xét và trả lời theo luật; Mặt trận theo dõi tiếp. Ông/bà không cần làm gì thêm.
told-archived = Đơn { $code }: Mặt trận đã xem và lưu đơn, vì: { $words } Nếu thấy chưa đúng hoặc có điều mới, ông/bà nhắn /bosung.
told-answered = Đơn { $code }: đã có trả lời. { $words } Nếu chưa đồng ý, ông/bà nhắn /bosung, cán bộ sẽ xem lại.
told-forwarded-secret = Đơn { $code }: ngày { $on } Mặt trận đã chuyển tới nơi có thẩm quyền. Để giữ kín, chi tiết không gửi qua đây; ông/bà hỏi trực tiếp hoặc gọi { $phone }.
told-secret = Đơn { $code } có cập nhật. Để giữ kín, chi tiết không gửi qua đây; ông/bà đến trực tiếp hoặc gọi { $phone }.
