### Khi kênh chỉ cho nhắn trong vài ngày, và khi cán bộ trả lời bằng tay.

by-hand-over = Cán bộ vừa trao đổi với ông/bà xong. Đơn đang viết dở vẫn còn đây, ta viết tiếp nhé.
window-closing = Đơn { $code } còn đang được xử lý. Ứng dụng này chỉ cho chúng tôi nhắn trong { $days } ngày kể từ tin cuối của ông/bà, và ngày mai là hết hạn. Khi có kết quả, báo cho ông/bà bằng cách nào ạ? Xin nhắn một số điện thoại hoặc thư điện tử; hoặc chọn một mục: nhắn lại một tin là chúng tôi lại nhắn được thêm { $days } ngày.
opt-still_here = Vẫn nhắn tại đây
    .also = ở đây|nhắn tại đây|vẫn ở đây|zalo
opt-come_myself = Tôi tự đến hỏi
    .also = tự đến|tôi đến|đến hỏi
window-still-here = Dạ, chúng tôi nhắn được ông/bà thêm { $days } ngày. Nếu lâu hơn, xin ông/bà nhắn một chữ bất kỳ: tin đang chờ sẽ đến ngay.
window-come-myself = Dạ. Ông/bà đến, hoặc nhắn vào đây một chữ bất kỳ, là biết kết quả. Mã theo dõi vẫn dùng được.
window-hint = Xin nhắn một số điện thoại hoặc địa chỉ thư điện tử, hoặc chọn một mục.
window-contact = Cách liên lạc khác khi không nhắn được tại ứng dụng: { $contact }
window-contact-kept = Đã ghi, chỉ cán bộ được giao mới mở được. Cảm ơn ông/bà.
staff-card-undelivered = ⚠ Chưa gửi được cho người gửi
staff-undelivered = ⚠ Đơn { $code }: tin chưa gửi được cho người gửi (quá hạn nhắn hoặc không liên lạc được). Xin gọi điện, rồi nhắn /dagoi { $code }.
staff-undelivered-asked = ⚠ Đơn { $code }: tin chưa gửi được. Máy đã gửi tin mẫu mời người dân nhắn lại; nếu vài ngày chưa thấy, xin gọi điện rồi nhắn /dagoi { $code }.
staff-undelivered-list = Chưa gửi được tin cho người gửi của { $n } đơn, xin gọi điện. Gọi xong nhắn /dagoi MÃ.
staff-undelivered-none = Không có đơn nào còn tin chưa gửi được.
grant-lost = ⚠ Kênh Zalo không gửi được nữa: Zalo đã thu lại quyền của chương trình. Người quản trị Zalo OA cần chạy “tiengdan zalo connect” và bấm đồng ý. Tin gửi đi đang được giữ lại, không mất.
grant-ending = ⚠ Quyền nhắn tin qua Zalo sẽ hết trong { $days } ngày. Hãy chạy “tiengdan zalo connect” để gia hạn.
zalo-landing = Đã đồng ý. Hãy chép cả địa chỉ trên thanh địa chỉ của trình duyệt, dán vào cửa sổ dòng lệnh đang chạy "tiengdan zalo connect", rồi bấm Enter. Mã trong địa chỉ chỉ dùng được một lần, trong 10 phút.
web-undelivered = Tin báo
web-undelivered-yes = Chưa gửi được cho người gửi
web-life-by_hand = Cán bộ trả lời tay trong ứng dụng
web-life-undelivered = Tin chưa gửi được
form-title = Chia sẻ số điện thoại
form-words = Chỉ cán bộ được giao mới mở được. Không muốn thì cứ nhắn tiếp, không cần điền.

### Trả lời bằng số, nơi kênh không có nút

answer-by-number =
    { $n ->
        [1] Trả lời 1 để chọn.
        [2] Trả lời 1 hoặc 2 để chọn.
        [3] Trả lời 1, 2 hoặc 3 để chọn.
       *[other] Trả lời một số từ 1 đến { $n } để chọn.
    }

### Zalo Bot

config-zalo-bot-token = token của Zalo Bot viết chưa đúng.
    .fix = chép nguyên token mà Zalo Bot Creator đưa, dạng "123456789:abc…", không có dấu cách.
config-zalo-bot-webhook-url = mode = "webhook" của Zalo Bot cần địa chỉ webhook bằng https.
    .fix = ghi webhook_url = "https://tên-miền/zalo/bot/webhook", hoặc đổi mode = "polling".
config-zalo-bot-webhook-secret = mode = "webhook" của Zalo Bot cần mật khẩu webhook 8–256 ký tự.
    .fix = ghi webhook_secret gồm 8–256 chữ cái không dấu, chữ số, dấu; không có dấu cách.
doctor-bot-polling = Zalo Bot đang lấy tin bằng polling: Zalo đưa mỗi tin đúng một lần, mất điện đúng lúc ấy là mất tin. Có tên miền https thì nên đổi sang webhook (docs/zalo.md).
unsupported-here = Ở đây máy chỉ đọc được chữ, ảnh và ghi âm; không đọc được vị trí, tệp, video, danh thiếp. Nơi xảy ra việc: xin gõ bằng chữ. Giấy tờ: xin chụp ảnh rồi gửi.
ask-place-in-words =
    Ở chỗ nào ạ? Tổ dân phố, ngõ, số nhà, hoặc mốc dễ tìm.
    Ví dụ: "trước số nhà 12 ngõ 5, tổ 7". Xin gõ bằng chữ: ở đây máy không nhận được vị trí bản đồ.
ask-place-in-words-hint = Ông/bà nhắn nơi xảy ra bằng chữ giúp tôi, hoặc chọn "Bỏ qua".
ask-files-photos =
    Ông/bà có ảnh, ghi âm không ạ? Có thì gửi vào đây (tối đa { $files } tệp, mỗi tệp dưới { $mb } MB); giấy tờ thì chụp ảnh. Không có cũng gửi đơn được.
    Ảnh và tệp có thể chứa nơi chụp, tên máy, tên người soạn. Ở ảnh mà cán bộ xem, chúng tôi xóa các thông tin đó; bản gốc được niêm phong làm bằng chứng.
