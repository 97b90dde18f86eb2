### Lời của máy ở mọi bước: chào hỏi, trợ giúp, quay lại, dừng, đổi ngôn ngữ, sự cố.

language-vi = Tiếng Việt
    .also = tiếng việt|vietnamese|tiếng viêt
language-en = English
    .also = english|tiếng anh|in english|english please
language-zh = 中文
    .also = 中文|tiếng trung|tiếng hoa|chinese|in chinese
language-ko = 한국어
    .also = 한국어|tiếng hàn|korean|in korean
language-ja = 日本語
    .also = 日本語|tiếng nhật|japanese|in japanese
language-fr = Français
    .also = français|tiếng pháp|french|in french

hello =
    .also = chào|xin chào|chào bạn|chào em|chào anh|chào chị|chào bác|chào cô|chào chú|alo|a lô|a lo|hello|hi|hey|chào ad|bắt đầu|bot ơi|dạ chào|em chào|cho hỏi
thanks =
    .also = cảm ơn|cám ơn|xin cảm ơn|cảm ơn nhiều|cám ơn nhiều|cảm ơn bạn|cảm ơn em|cảm ơn cán bộ|ok cảm ơn|thank you|thanks|tks|vâng cảm ơn|dạ cảm ơn|cảm ơn mặt trận|cảm ơn ông bà

command-start =
    .also = menu|về đầu|trang đầu|start
command-guidon =
    .also = gửi đơn|gửi ý kiến|gửi phản ánh|nộp đơn|viết đơn|gửi đơn mới|tôi muốn gửi đơn|muốn gửi đơn|tôi muốn phản ánh|tôi muốn kiến nghị|tôi muốn khiếu nại|tôi muốn tố cáo|tôi có việc muốn nói|tôi muốn hỏi
command-tracuu =
    .also = tra cứu|tra cứu đơn|xem đơn|tiến độ
command-dontoi =
    .also = đơn của tôi|việc của tôi|đơn tôi
command-bosung =
    .also = bổ sung|bổ sung đơn|gửi thêm
command-lienket =
    .also = liên kết
command-rutdon =
    .also = rút đơn|rút ý kiến
command-rutdongy =
    .also = rút đồng ý|rút lại đồng ý|rút sự đồng ý
command-dulieu =
    .also = dữ liệu|dữ liệu của tôi|thông tin của tôi|quyền riêng tư
command-xoa =
    .also = xóa|xóa thông tin|xóa dữ liệu|xóa đơn
command-ngonngu =
    .also = ngôn ngữ|đổi ngôn ngữ
command-huy =
    .also = hủy|hủy bỏ|dừng|dừng lại|thôi|thoát|bỏ đi
command-lui =
    .also = quay lại|lùi|lùi lại|trở lại|về bước trước
command-trogiup =
    .also = trợ giúp|giúp|giúp tôi|giúp đỡ|hướng dẫn|gặp cán bộ|gặp người thật|gọi cán bộ|gặp trực tiếp

place-no-phone = số điện thoại niêm yết tại trụ sở
place-no-address = trụ sở Mặt trận
place-no-hours = giờ hành chính
unit-committee = Ủy ban MTTQ Việt Nam { $name }

step-of = Bước { $n }/{ $m }

greeting =
    Xin chào ông/bà. Đây là kênh nhận đơn, thư và ý kiến của { $unit }.
    Tôi là trợ lý tự động (máy). Tôi giúp ông/bà ghi và gửi; cán bộ là người đọc và xử lý.

    Nếu đang có người gặp nguy hiểm, xin gọi ngay:
    113 Công an · 114 Cháy, cứu nạn · 115 Cấp cứu

    Ông/bà cứ kể việc của mình bằng lời thường, hoặc chọn một mục. Viết không dấu cũng được ạ.
greeting-short = Xin chào ông/bà. Đây là kênh nhận đơn, thư và ý kiến của { $unit }. Tôi là trợ lý tự động (máy).
introduction =
    Xin chào ông/bà. Tôi là trợ lý tự động (máy) của { $unit }; cán bộ là người đọc và xử lý.
bare-yes =
    .also = vâng|dạ|ừ|có|ok|oke|okay|được|đồng ý|đúng|đúng rồi|phải|chuẩn|gửi|gửi đi|gửi luôn|gửi ngay|gửi xong|xác nhận
question-to-us =
    .also = giờ làm việc|mấy giờ|thủ tục|gặp cán bộ|gặp trực tiếp|gặp người|gặp ai|gọi cho ai|gọi số nào|số điện thoại của|địa chỉ của|lịch tiếp dân|lịch tiếp công dân
ask-us = Tôi là máy nhận đơn nên không trả lời thay cán bộ được. Muốn hỏi hoặc gặp cán bộ, ông/bà gọi { $phone } hoặc đến { $address } ({ $hours }). Có việc cần gửi, ông/bà kể luôn ở đây ạ.
tell-us = Dạ, có việc gì ông/bà cứ kể ở đây bằng lời thường, hoặc chọn một mục ạ.
thanks-reply = Cảm ơn ông/bà. Khi cần, ông/bà cứ nhắn, { $unit } luôn lắng nghe ạ.

help =
    Ông/bà có thể nhắn bất cứ lúc nào:
    • /guidon – gửi đơn, ý kiến
    • /tracuu – xem đơn đã gửi tới đâu
    • /dontoi – các đơn của tôi
    • /bosung – gửi thêm lời, ảnh cho đơn đã gửi
    • /lui – quay lại câu trước · /huy – dừng
    • /dulieu, /xoa, /rutdon – thông tin của tôi, xóa, rút đơn
    • /ngonngu – English, 中文, 한국어, 日本語, Français

    Gặp người thật: { $phone }, { $hours }, tại { $address }.
    Nguy hiểm: 113 · 114 · 115
help-place = { $unit }: { $phone }, { $hours }, { $address }.

not-understood = Dạ, tôi chưa rõ ý ông/bà ở câu này. Ông/bà chọn một mục ở câu này, hoặc nhắn số thứ tự của mục (1, 2, 3) cũng được.
call-a-person = Nếu khó quá, ông/bà gọi { $phone } ({ $hours }) hoặc đến { $address }, cán bộ sẽ giúp tận nơi ạ.
step-is-over = Câu đó đã xong rồi ạ. Chúng ta đang ở câu này:
question-is-over = Câu đó đã xong rồi ạ.
latest-letter = Đơn gần nhất của ông/bà: { $line }
nothing-to-go-back-to = Đây là câu đầu tiên rồi ạ.
nothing-to-cancel = Hiện không có gì đang gửi dở ạ.
errand-cancelled = Dạ, đã dừng việc đó. Không có gì thay đổi.
nothing-changed = Dạ, không có gì thay đổi.
command-unknown = Lệnh này tôi không có. Ông/bà nhắn /trogiup để xem các lệnh.
stopped = Dạ, đã dừng. Những gì vừa ghi đã được xóa, chưa có gì được gửi đi. Khi cần, ông/bà nhắn "Chào".

edited-taken = Tôi đã sửa theo tin ông/bà vừa chỉnh.
edited-too-late = Tin này đã thuộc về một đơn gửi rồi, hoặc không thuộc đơn nào, nên sửa ở đây không được nữa. Muốn thêm hay sửa lại, xin nhắn /bosung.
edited-not-an-answer = Tin vừa sửa không phải là câu trả lời trong đơn này. Ông/bà xem lại ở bước cuối rồi chọn "Sửa" nhé.
edited-not-understood = Tôi chưa dùng được tin vừa sửa, nên vẫn giữ câu trả lời cũ.

error-generic = Xin lỗi ông/bà, máy đang trục trặc ở tin vừa rồi. Tin đó đã được lưu kín, các phần trước vẫn còn. Xin thử lại sau ít phút, hoặc gọi { $phone }.

ask-language = Ông/bà muốn dùng tiếng nào ạ?
language-set = Dạ, từ đây tôi dùng tiếng Việt.
language-offer = Tôi viết tiếng Việt cũng được: ông/bà chỉ cần nhắn “Tiếng Việt”. Những gì ông/bà đã kể vẫn còn nguyên.

ask-cancel = Ông/bà muốn dừng và xóa những gì vừa ghi? Chưa có gì được gửi đi.
thrown-away = Dạ, đã xóa những gì vừa ghi. Chưa có gì được gửi đi.
filed-remain = Các đơn đã gửi thì vẫn còn. Muốn xin xóa thông tin của đơn đã gửi, ông/bà nhắn /xoa lần nữa.
kept-for-later = Dạ, tôi giữ lại cho ông/bà trong { $days } ngày. Khi nào tiện, ông/bà nhắn /guidon để làm tiếp.
ask-resume =
    Chào ông/bà trở lại. Ông/bà đang gửi dở một đơn, dừng ở bước { $n }/{ $m }. Chưa có gì được gửi đi.
    { $has_about ->
        [yes] Lời đã ghi: “{ $about }”
       *[no] Ông/bà chưa kể nội dung.
    }
    Để yên thì bản này tự xóa sau { $days } ngày.
nudge = Ông/bà còn một đơn gửi dở. Khi nào tiện, ông/bà chọn "Làm tiếp" ạ. Đến ngày { $day } mà chưa gửi thì bản này tự xóa. Tôi chỉ nhắc một lần này.
draft-expired = Bản đơn viết dở của ông/bà để lâu không gửi nên hôm nay đã được xóa, đúng như đã báo trước. Khi cần, ông/bà nhắn /guidon.

opt-begin = Gửi đơn, ý kiến
opt-track = Tra cứu
opt-help = Trợ giúp
opt-supplement = Bổ sung
opt-withdraw = Rút đơn
opt-withdraw-consent = Rút đồng ý
opt-erase = Xóa thông tin
opt-keep = Giữ nguyên
    .also = giữ|như cũ|để nguyên
opt-skip = Bỏ qua
    .also = bỏ qua|không có|không|skip|không biết|không rõ|khỏi
opt-throw_away = Xóa bản dở
    .also = xóa|xóa đi
opt-keep_for_later = Giữ để làm sau
    .also = giữ lại|để sau
opt-go_on = Làm tiếp
    .also = tiếp|tiếp tục|làm tiếp đi
opt-begin_anew = Làm lại từ đầu
    .also = làm lại|làm mới|từ đầu
opt-leave = Thôi
    .also = thôi|không|đóng
