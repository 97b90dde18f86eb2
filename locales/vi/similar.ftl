## Letters about the same thing

receipt-voices = { $n } người khác cũng đã phản ánh việc này. Ông/bà có muốn theo dõi chung không? Bấm Theo dõi chung thì khi một phản ánh cùng việc có tin, ông/bà cũng được báo. Phản ánh của ông/bà vẫn được tính riêng và trả lời riêng.
opt-follow = Theo dõi chung
command-theodoi =
    .also = theo dõi chung
follow-begun = Dạ, từ nay phản ánh { $code } được theo dõi chung với { $n } người khác cùng phản ánh việc này. Có tin về việc này thì tôi nhắn ông/bà. Những người này không thấy tên ông/bà, ông/bà cũng không thấy tên họ.
follow-already = Phản ánh { $code } đang được theo dõi chung với { $n } người khác.
follow-nothing = Chưa có phản ánh nào khác để theo dõi chung với { $code }. Phản ánh của ông/bà vẫn được xem xét như thường.
follow-track = Đang theo dõi chung với { $n } người khác cùng phản ánh việc này.
follow-news-forwarded = Việc ông/bà theo dõi chung (phản ánh { $code }) có tin mới: một phản ánh cùng việc đã được chuyển tới cơ quan có thẩm quyền. Phản ánh của ông/bà vẫn được xem xét riêng.
follow-news-answered = Việc ông/bà theo dõi chung (phản ánh { $code }) có tin mới: một phản ánh cùng việc đã được trả lời. Phản ánh của ông/bà vẫn được xem xét và trả lời riêng.
staff-similar = Có thể cùng một việc với: { $codes }. Xin mở ra so trước khi gộp.
