## The one question that tells two kinds apart

kind-tell-to_cao-khieu_nai = Điều chính ông/bà cần là người làm sai bị xử lý, hay là cơ quan hủy, sửa việc họ đã quyết định với mình?
kind-tell-to_cao-kien_nghi_phan_anh = Ông/bà cần một người hay một nơi nào đó bị xử lý vì làm trái luật, hay chỉ mong việc này được nhắc, được sửa?
kind-tell-khieu_nai-kien_nghi_phan_anh = Có phải cơ quan đã quyết định, từ chối hoặc không trả lời chính ông/bà, và ông/bà xin xem lại? Hay ông/bà góp ý, báo việc chung?

## Whether there is a matter at all

kind-matter-or-none = Tôi chưa chắc đã hiểu đúng: ông/bà muốn { $kind }, hay chỉ hỏi, chỉ nhắn vậy thôi?
opt-only_asking = Chỉ hỏi, nhắn thôi
    .also = chỉ hỏi|chỉ hỏi thôi|chỉ nhắn|nhắn vậy thôi|không gửi
