### Gửi đơn: từ lời đồng ý đến biên nhận.

## Bước 1: đồng ý

consent =
    Ông/bà đang nhắn với { $unit }. Chúng tôi nhận, chuyển và theo dõi đơn; cơ quan có thẩm quyền mới là nơi giải quyết.
    { $via }
    Trong hệ thống của chúng tôi, nội dung được mã hóa và chỉ cán bộ được giao mới mở được; mỗi lần mở đều ghi lại.

    Ông/bà có đồng ý để chúng tôi lưu và xử lý những gì ông/bà gửi không ạ?
consent-via-telegram = Tin nhắn đi qua Telegram. Công ty vận hành ứng dụng biết tài khoản của ông/bà và có thể lưu nội dung; chúng tôi không kiểm soát được việc đó. Việc rất kín, nên đến gặp trực tiếp tại { $address }.
consent-via-zalo-oa = Tin nhắn đi qua Zalo. Công ty vận hành ứng dụng biết tài khoản của ông/bà và có thể lưu nội dung; chúng tôi không kiểm soát được việc đó. Việc rất kín, nên đến gặp trực tiếp tại { $address }.
consent-via-zalo-bot = Tin nhắn đi qua Zalo. Công ty vận hành ứng dụng biết tài khoản của ông/bà và có thể lưu nội dung; chúng tôi không kiểm soát được việc đó. Việc rất kín, nên đến gặp trực tiếp tại { $address }.
consent-via-web = Trang này do chúng tôi vận hành. Máy ông/bà đang dùng giữ lại cuộc trò chuyện: dùng máy chung thì xong việc nên xóa. Việc rất kín, nên đến gặp trực tiếp tại { $address }.
consent-via-terminal = Đây là cửa sổ dòng lệnh để thử. Việc thật, xin đến { $address }.
consent-more =
    Thông tin thêm:
    • Bên giữ thông tin: { $unit }, điện thoại { $phone }.
    • Chúng tôi giữ: lời kể, ảnh và giấy tờ, nơi và lúc xảy ra, tên, địa chỉ, cách liên hệ (nếu ông/bà cho), tài khoản nhắn tin.
    • Để làm gì: nhận, phân loại, chuyển, theo dõi, trả lời, và đếm số liệu không nêu tên.
    • Ai được xem: cán bộ được giao; cơ quan có thẩm quyền khi chuyển. Với tố cáo, luật buộc giữ bí mật họ tên, địa chỉ, bút tích của người tố cáo.
    • Quyền của ông/bà: xem /dulieu, xóa /xoa, rút đơn /rutdon, rút lại đồng ý /rutdongy. Đơn đã vào sổ hoặc đã chuyển thì phần luật buộc lưu sẽ còn.
    • Xin kể đúng điều mình biết. Cố ý tố cáo sai sự thật là vi phạm pháp luật; chỗ nào không chắc, cứ nói "không chắc".
    Im lặng không được coi là đồng ý. Không đồng ý cũng không sao: ông/bà đến gặp trực tiếp.
consent-hint = Ông/bà chọn "Đồng ý" hoặc "Không đồng ý" giúp tôi nhé.
consent-refused = Dạ, chúng tôi tôn trọng ý ông/bà. Những gì ông/bà vừa nhắn đã được xóa khỏi hệ thống của chúng tôi. Ông/bà có thể đến { $address } hoặc gọi { $phone } ({ $hours }). Khi nào đổi ý, ông/bà nhắn "Chào".
consent-again = Ông/bà có đồng ý để chúng tôi lưu và xử lý những gì ông/bà gửi không ạ?
kept-until-consent = Những gì ông/bà vừa gửi đang được giữ kín, chưa ai xem; ông/bà không phải gửi lại. Nếu ông/bà không đồng ý, hoặc sau { $hours } giờ không trả lời, máy sẽ xóa.

kept-too = Tôi giữ thêm lời này, cũng kín như trên.

opt-agree = Đồng ý
    .also = tôi đồng ý|có|ok|oke|okay|được|được ạ|vâng|dạ|ừ|đồng ý tiếp tục|yes|dong y
opt-disagree = Không đồng ý
    .also = không|ko|k|không ạ|từ chối|no|không đồng ý đâu
opt-more = Đọc kỹ hơn
    .also = đọc thêm|xem thêm|xem kỹ hơn

## Bước 2: việc gì

content =
    Ông/bà kể giúp: việc gì đã xảy ra, và ông/bà mong muốn điều gì? Kể mấy câu cũng được; gửi ảnh, tin thoại cũng được.
    Ví dụ: "Cống trước số nhà 12 ngõ 5 tắc cả tháng nay, mưa là ngập. Đề nghị cho người thông cống."
    Xin đừng ghi số căn cước, số tài khoản.
content-again =
    Ông/bà viết lại nội dung giúp tôi (lời mới thay lời cũ).
    Lời đang có: “{ $text }”
content-short = Cảm ơn ông/bà. Để cán bộ hiểu đúng, xin kể thêm một chút: việc gì, ông/bà mong muốn gì? Nếu chỉ có vậy, ông/bà chọn "Đủ rồi".
content-with-files = Tôi đã giữ tệp ông/bà gửi. Xin ông/bà nhắn thêm vài chữ: việc gì xảy ra? Nếu không tiện viết, ông/bà chọn "Đủ rồi", cán bộ sẽ xem tệp.
content-hint = Ông/bà kể giúp bằng chữ, tin thoại hoặc ảnh nhé. Vài chữ cũng được.
opt-enough = Đủ rồi
    .also = đủ|hết|hết rồi|xong|chỉ vậy thôi|chỉ có vậy
added-to-story = Tôi đã ghi thêm lời này vào nội dung.
added-to-letter = Tôi đã ghi thêm vào đơn: “{ $text }”
story-is-full = Đã dài tới mức máy ghi được trong một lần (khoảng 40 trang), nên lời vừa rồi chưa được ghi. Xin ông/bà gửi phần này trước; phần còn lại gửi thêm sau khi có mã đơn, hoặc gửi thành tệp.
pin-kept = Tôi đã ghi vị trí ông/bà gửi.
pin-dropped = Để giữ kín cho ông/bà, với tố cáo tôi không lưu vị trí bản đồ. Vị trí vừa gửi đã bỏ đi.
contact-kept = Tôi đã ghi số điện thoại ông/bà gửi.
part-pin = Vị trí trên bản đồ: { $at }
part-contact = Số điện thoại trong danh thiếp gửi kèm: { $phone }
no-id-number = Xin ông/bà đừng gửi số căn cước ở đây; tôi không ghi số đó vào đơn. Khi cần, cán bộ sẽ xem giấy tờ trực tiếp.
files-came = Đã nhận { $n } tệp.

emergency-care = Nghe như ông/bà, hoặc người ông/bà nhắc tới, đang rất khổ tâm và có thể nguy đến tính mạng. Lúc này xin đừng ở một mình, cũng đừng để người ấy một mình: gọi ngay người thân hay hàng xóm sang, cất thuốc và vật sắc ra xa, gọi 115. Trẻ em thì gọi 111. Ông/bà không phải chịu việc này một mình.
emergency =
    NẾU ĐANG NGUY HIỂM, XIN GỌI NGAY:
    113 Công an (đánh nhau, đe dọa, trộm cướp)
    114 Cháy nổ, cứu nạn
    115 Cấp cứu
    111 Bảo vệ trẻ em

    Ở đây KHÔNG có người trực để cứu, và tôi không tự gọi giúp được. Xin tránh xa chỗ nguy hiểm, nhờ người ở gần. Gọi xong, ông/bà nhắn tiếp để chúng tôi ghi lại việc này.

## Bước 3: loại việc

kind-plain-to_cao = báo có người làm trái pháp luật (tố cáo)
kind-plain-khieu_nai = xin xem lại một quyết định hay việc làm của cơ quan nhà nước đối với mình (khiếu nại)
kind-plain-kien_nghi_phan_anh = báo tin, góp ý để sửa cho tốt hơn (kiến nghị, phản ánh)
kind-plain-khac = việc khác
kind-to_cao = Tố cáo
kind-khieu_nai = Khiếu nại
kind-kien_nghi_phan_anh = Kiến nghị, phản ánh
kind-khac = Khác
kind-label-kien_nghi_phan_anh = Phản ánh, kiến nghị
    .also = phản ánh|kiến nghị|góp ý|báo tin|báo tin góp ý|kiến nghị phản ánh
kind-label-khieu_nai = Khiếu nại
    .also = xin xem lại|xem lại|xem lại quyết định
kind-label-to_cao = Tố cáo
    .also = báo người làm sai|báo có người làm sai|người làm sai|tố giác

kind-proposal = Tôi hiểu là ông/bà muốn { $kind }. Đúng không ạ?
kind-question = Tôi hiểu là ông/bà muốn { $first }. Nhưng tôi chưa chắc: hay ông/bà muốn { $second }?
kind-why = Tôi hiểu như vậy vì ông/bà viết: { $words }.
kind-warning-to-cao =
    Nếu ông/bà lo bị trả thù, xin đừng gửi thêm chi tiết ở đây: hãy đến { $address } ({ $hours }) hoặc gửi thư, rồi nhắn /huy để xóa. Tin nhắn là thông tin ban đầu, chưa thay được đơn có chữ ký.
kind-nothing = Tôi chưa thấy trong lời ông/bà việc gì để chuyển tới cơ quan. Hỏi thủ tục, giờ làm việc thì gọi Bộ phận một cửa nhanh hơn. Nếu ông/bà vẫn muốn cán bộ Mặt trận xem, ông/bà chọn "Vẫn gửi cho cán bộ".
kind-danger = Nếu ông/bà muốn cán bộ Mặt trận ghi lại và theo dõi việc này, ông/bà chọn "Vẫn gửi cho cán bộ". Kể thêm vài chữ cũng được: ai, việc gì, ở đâu. Đang nguy hiểm thì gọi 113, 114, 115 trước.
kind-unheard = Tôi là máy nên chưa nghe, chưa xem được tệp để xếp loại. Tệp vẫn được giữ cho cán bộ. Ông/bà chọn giúp:
kind-hint = Ông/bà chọn một mục dưới đây giúp tôi. Chọn nhầm cũng không mất quyền lợi gì, cán bộ sẽ xem lại.
kind-list =
    Việc của ông/bà gần với điều nào nhất?
    1. Báo tin, góp ý: đường hỏng, rác, ồn, xin sửa cống… (kiến nghị, phản ánh)
    2. Xin xem lại một quyết định hay việc làm của cơ quan làm thiệt cho chính mình: bị phạt oan, đền bù thiếu… (khiếu nại)
    3. Báo có người làm trái pháp luật: đòi tiền, giả chữ ký, xả thải lén… (tố cáo)
    4. Tôi chưa rõ, để cán bộ xem.
kind-info-to-cao = Dạ, tôi ghi là tố cáo. Họ tên, địa chỉ người tố cáo được giữ bí mật theo Luật Tố cáo. Xin kể đúng điều mình biết; chỗ nào không chắc cứ nói "không chắc".
kind-info-khieu-nai = Dạ, tôi ghi là khiếu nại. Luật cho 90 ngày, tính từ ngày nhận hoặc biết quyết định; gửi ở đây CHƯA thay cho nộp đơn tới cơ quan đã ra quyết định. Xin đừng để quá hạn.
kind-info-kien-nghi-phan-anh = Dạ, tôi ghi là kiến nghị, phản ánh.
opt-right = Đúng rồi
    .also = đúng|phải|chính xác|có|vâng|ok|đúng vậy|phải rồi|chuẩn|yes|đồng ý
opt-other_kind = Chọn loại khác
    .also = loại khác|không đúng|không phải|sai|sai rồi|không
opt-unsure = Tôi chưa rõ
    .also = chưa rõ|không rõ|không biết|để cán bộ xem
opt-insist = Vẫn gửi cho cán bộ
    .also = vẫn gửi|gửi cho cán bộ|cứ gửi
opt-stop = Dừng lại
    .also = thôi|dừng

## Bước 4: ở đâu, khi nào, ai

ask-ward =
    Việc xảy ra ở phường, xã nào ạ? Ông/bà nhắn tên, tên cũ trước sáp nhập cũng được.
    Ví dụ: "phường Nghĩa Đô" hoặc "Dịch Vọng cũ".
ask-ward-which = Ông/bà chọn giúp phường, xã nơi xảy ra việc:
ask-ward-hint = Ông/bà nhắn tên phường, xã giúp tôi. Không rõ thì chọn "Bỏ qua".
ward-not-found = Tôi chưa tìm thấy phường, xã đó trong nơi chúng tôi phụ trách. Ông/bà xem lại tên giúp; không rõ thì chọn "Bỏ qua", cán bộ sẽ xếp.
ward-elsewhere = Nơi ông/bà ghi nay là { $ward }, không thuộc nơi chúng tôi phụ trách; gửi tới Mặt trận ở đó thì nhanh hơn. Nếu vẫn muốn gửi ở đây, ông/bà chọn "Bỏ qua", cán bộ sẽ hướng dẫn tiếp.
ward-left-to-officer = Tôi giữ đúng lời ông/bà ghi; cán bộ sẽ xếp về phường, xã phụ trách, hoặc hướng dẫn nếu nơi đó thuộc địa bàn khác.
ask-place =
    Ở chỗ nào ạ? Tổ dân phố, ngõ, số nhà, hoặc mốc dễ tìm.
    Ví dụ: "trước số nhà 12 ngõ 5, tổ 7". Gửi vị trí trên bản đồ cũng được.
ask-place-to-cao =
    Việc xảy ra ở đâu ạ? Chỉ ghi nơi xảy ra việc, không cần ghi nhà của ông/bà.
    Ví dụ: "trụ sở ủy ban phường", "tổ 7".
ask-place-hint = Ông/bà nhắn nơi xảy ra bằng chữ giúp tôi, hoặc chọn "Bỏ qua".
ask-place-to-cao-hint = Ông/bà nhắn nơi xảy ra bằng chữ giúp tôi, hoặc chọn "Bỏ qua".
ask-when =
    Việc này xảy ra khi nào ạ? Nhớ gần đúng cũng được.
    Ví dụ: "tối thứ bảy tuần trước", "từ tháng 3 đến nay".
ask-when-hint = Ông/bà nhắn ngày, tháng gần đúng cũng được, hoặc chọn "Bỏ qua".
ask-concerned =
    Người hoặc đơn vị ông/bà muốn báo là ai ạ? Tên hoặc chức vụ, nơi làm. Biết đến đâu ghi đến đó.
    Không cần nói vì sao ông/bà biết, nếu điều đó dễ làm lộ ông/bà.
ask-concerned-hint = Ông/bà nhắn tên, chức vụ hoặc nơi làm giúp tôi. Không rõ thì chọn "Bỏ qua".
ask-decision =
    Quyết định hay việc làm nào ông/bà muốn xem lại ạ? Của cơ quan nào, số và ngày (nếu có), ông/bà nhận ngày nào.
    Ví dụ: "Quyết định xử phạt số 77 ngày 5/10 của phường, tôi nhận ngày 8/10". Chụp ảnh giấy gửi sau cũng được.
ask-decision-hint = Ông/bà nhắn cơ quan, số, ngày của quyết định giúp tôi, nhớ đến đâu ghi đến đó. Không có thì chọn "Bỏ qua".
opt-ongoing = Đang diễn ra
    .also = đang xảy ra|vẫn đang
opt-today = Mới hôm nay
    .also = hôm nay|vừa xong
opt-forgotten = Không nhớ rõ
    .also = không nhớ|quên rồi

## Bước 5: ảnh, giấy tờ

ask-files =
    Ông/bà có ảnh, video, ghi âm hay giấy tờ không ạ? Có thì gửi vào đây (tối đa { $files } tệp, mỗi tệp dưới { $mb } MB). Không có cũng gửi đơn được.
    Ảnh và tệp có thể chứa nơi chụp, tên máy, tên người soạn. Ở ảnh mà cán bộ xem, chúng tôi xóa các thông tin đó; bản gốc được niêm phong làm bằng chứng.
ask-files-more = Đã nhận { $n } tệp. Ông/bà gửi thêm, hoặc chọn "Gửi xong".
ask-files-hint = Ông/bà gửi ảnh, tệp, hoặc chọn "Gửi xong" để đi tiếp.
opt-files_done = Gửi xong
    .also = xong|xong rồi|hết|hết rồi|đủ rồi|đã gửi xong|gửi|gửi đi|tiếp|tiếp tục
opt-last_file_away = Bỏ tệp cuối
file-away = Đã bỏ tệp cuối.
file-refused = Rất tiếc, có tệp chưa nhận được: { $why } Ông/bà thử gửi ảnh, video ngắn, tệp PDF, hoặc mang đến { $address }. Những phần trước vẫn được giữ.
file-refused-after = Rất tiếc, một tệp ông/bà gửi kèm đơn chưa nhận được: { $why } Đơn vẫn đã gửi. Ông/bà nhắn /bosung để gửi tệp khác, hoặc mang đến { $address }.
file-refused-too-large = tệp lớn hơn { $mb } MB, hoặc mở ra thì quá lớn.
file-refused-wrong-type = đây không phải ảnh, video, ghi âm hay giấy tờ mà chúng tôi đọc được.
file-refused-broken = tệp bị hỏng hoặc rỗng.
file-refused-unavailable = máy không tải được tệp này.
file-refused-infected = máy báo tệp có vi-rút.
file-refused-too-many = chỉ nhận tối đa { $files } tệp.
review-full-day = Trong 24 giờ qua ông/bà đã gửi { $n } đơn, nên đơn này chưa gửi tiếp được. Không mất gì cả: đơn và các tệp được giữ nguyên ở đây. Từ { $at } ông/bà bấm "Gửi" là xong. Việc gấp xin gọi { $phone } ({ $hours }).

## Bước 6: ai gửi, xem lại

sender-via-telegram = Telegram vẫn biết tài khoản ông/bà đang dùng, nên chúng tôi không gọi "không để tên" là ẩn danh hoàn toàn.
sender-via-zalo-oa = Zalo vẫn biết tài khoản ông/bà đang dùng, nên chúng tôi không gọi "không để tên" là ẩn danh hoàn toàn.
sender-via-zalo-bot = Zalo vẫn biết tài khoản ông/bà đang dùng, nên chúng tôi không gọi "không để tên" là ẩn danh hoàn toàn.
sender-via-web = Nhà mạng vẫn biết máy đang dùng, nên chúng tôi không gọi "không để tên" là ẩn danh hoàn toàn.
sender-via-terminal = Đây là cửa sổ để thử.
ask-sender-to-cao = Ông/bà gửi cho ai ạ? Luật buộc giữ bí mật họ tên, địa chỉ người tố cáo. { $via }
ask-sender-khieu-nai = Ông/bà gửi cho ai ạ? Khiếu nại là đòi quyền lợi của chính mình, nên luật cần họ tên, địa chỉ. { $via }
ask-sender-kien-nghi-phan-anh = Ông/bà gửi cho ai ạ? Để tên thì cán bộ hỏi lại và trả lời được. { $via }
ask-sender-khac = Ông/bà gửi cho ai ạ? Để tên thì cán bộ hỏi lại và trả lời được. { $via }
ask-sender-hint = Ông/bà chọn một mục giúp tôi, hoặc nhắn họ tên của mình.
opt-self = Cho tôi
    .also = tôi|cho bản thân|bản thân|chính tôi|cho chính tôi
opt-other = Gửi giúp người khác
    .also = giúp người khác|cho người khác|gửi giúp|gửi hộ|nộp hộ|viết hộ|cho mẹ tôi|cho bố tôi|cho hàng xóm
opt-group = Cho một nhóm
    .also = nhóm|tập thể|nhiều người|cả tổ|cả xóm
opt-anonymous = Không để tên
    .also = ẩn danh|giấu tên|không tên|không ghi tên|nặc danh
anonymous-to-cao =
    Không để tên thì theo Luật Tố cáo (Điều 25), tin này không được xử lý theo thủ tục tố cáo và không có thông báo kết quả chính thức. Nhưng nếu nêu rõ người, việc và có chứng cứ cụ thể, nơi nhận vẫn phải xem hoặc chuyển nơi có thẩm quyền.
    Cán bộ xử lý sẽ không thấy tên ông/bà. Nhưng tài khoản nhắn tin vẫn tồn tại, nên chúng tôi không gọi đây là ẩn danh hoàn toàn.
anonymous-khieu-nai =
    Không để tên thì đơn này chưa đủ điều kiện là khiếu nại; cán bộ vẫn đọc và hướng dẫn tại đây.
    Cán bộ xử lý sẽ không thấy tên ông/bà. Nhưng tài khoản nhắn tin vẫn tồn tại, nên chúng tôi không gọi đây là ẩn danh hoàn toàn.
anonymous-kien-nghi-phan-anh = Được ạ. Cán bộ xử lý sẽ không thấy tên ông/bà. Nhưng tài khoản nhắn tin vẫn tồn tại, nên chúng tôi không gọi đây là ẩn danh hoàn toàn. Ông/bà theo dõi bằng mã trong cuộc trò chuyện này.
anonymous-khac = Được ạ. Cán bộ xử lý sẽ không thấy tên ông/bà. Nhưng tài khoản nhắn tin vẫn tồn tại, nên chúng tôi không gọi đây là ẩn danh hoàn toàn.
ask-relation =
    Ông/bà là gì của người đó ạ?
    Ví dụ: "con gái", "hàng xóm", "tổ trưởng tổ 5".
ask-relation-hint = Ông/bà nhắn mấy chữ giúp tôi, hoặc chọn "Bỏ qua".
ask-agrees = Người đó có biết và đồng ý để ông/bà gửi giúp không ạ?
ask-agrees-hint = Ông/bà chọn một mục giúp tôi nhé.
opt-agrees_yes = Có, đồng ý
    .also = có|đồng ý|rồi|có đồng ý
opt-agrees_no = Chưa hỏi
    .also = chưa|không
opt-agrees_cannot = Không hỏi được
    .also = không thể hỏi
ask-answers-to = Câu trả lời nên gửi cho ai ạ?
ask-answers-to-hint = Ông/bà chọn một mục giúp tôi nhé.
opt-answers_me = Cho tôi
    .also = tôi
opt-answers_them = Cho người đó
    .also = người đó|họ
opt-answers_both = Cho cả hai
    .also = cả hai
ask-size = Có bao nhiêu người cùng gửi ạ? Ông/bà nhắn một con số.
ask-size-hint = Ông/bà nhắn một con số từ 2 trở lên giúp tôi, ví dụ 12.
ask-representatives = Ai đại diện cho nhóm ạ? Họ tên và số điện thoại của 1 đến 5 người.
ask-representatives-hint = Ông/bà nhắn họ tên người đại diện giúp tôi, hoặc chọn "Bỏ qua".
ask-name = Xin cho biết họ tên của ông/bà. Chỉ cán bộ được giao mới mở được.
ask-name-hint = Ông/bà nhắn họ tên bằng chữ giúp tôi, hoặc chọn "Bỏ qua".
ask-name-other = Xin cho biết họ tên người mà ông/bà gửi giúp. Chỉ cán bộ được giao mới mở được.
ask-name-other-hint = Ông/bà nhắn họ tên bằng chữ giúp tôi, hoặc chọn "Bỏ qua".
ask-address =
    Địa chỉ ở đâu ạ?
    Ví dụ: "số 8 ngõ 12, tổ 5, phường Cầu Giấy".
ask-address-hint = Ông/bà nhắn địa chỉ bằng chữ giúp tôi, hoặc chọn "Bỏ qua".
ask-contact = Cán bộ liên hệ bằng cách nào thì tiện ạ? Ông/bà nhắn số điện thoại, hoặc chọn "Nhắn tại đây". Điện thoại dùng chung thì ghi thêm giờ gọi an toàn.
ask-contact-hint = Số này có vẻ chưa đúng (ví dụ 0912 345 678). Ông/bà xem lại, hoặc chọn "Nhắn tại đây".
opt-here = Nhắn tại đây
    .also = tại đây|ở đây|nhắn ở đây
minor = Nếu em chưa đủ 18 tuổi: em nên nhờ cha mẹ hoặc người lớn tin cậy đi cùng tới { $address }, hoặc gọi 111 (miễn phí, ngày đêm). Lời của em vẫn tới được cán bộ.

review = Xin ông/bà đọc lại cả đơn:
review-kind = • Loại: { $value }
review-topic = • Lĩnh vực: { $value }
review-ward = • Phường, xã: { $value }
review-place = • Nơi: { $value }
review-when = • Khi nào: { $value }
review-concerned = • Người, quyết định liên quan: { $value }
review-content = • Nội dung: { $value }
review-files = • Tệp: { $value }
review-sender = • Người gửi: { $value }
review-name = • Họ tên: { $value }
review-address = • Địa chỉ: { $value }
review-contact = • Liên hệ: { $value }
review-empty = (bỏ trống)
review-pin = có vị trí bản đồ
review-reader-to-cao = Chỉ cán bộ được giao việc mật mới mở được. Nhóm làm việc không thấy tên, lời kể, tệp; chỉ thấy mã, loại, ngày giờ và tình trạng đơn.
review-reader-other = Cán bộ được giao mới mở được. Nhóm làm việc không thấy tên, lời kể, tệp; chỉ thấy mã, loại, phường, lĩnh vực, ngày giờ và tình trạng đơn.
review-end = Chưa chọn "Gửi" thì chưa ai nhận được. Chọn "Gửi" là ông/bà xác nhận đã kể đúng điều mình biết.
review-hint = Ông/bà chọn "Gửi" nếu đúng, "Sửa" nếu muốn đổi một dòng.
sender-self = cho tôi
sender-other = gửi giúp người khác ({ $relation })
sender-group = nhóm { $n } người
sender-anonymous = không để tên
opt-send = Gửi
    .also = gửi đi|gửi luôn|gửi ngay|xác nhận|đúng rồi|đúng|đồng ý|ok|có
opt-edit = Sửa
    .also = sửa lại|chỉnh|chỉnh sửa|thay đổi
opt-cancel = Hủy
    .also = hủy|không gửi|xóa
ask-edit = Ông/bà muốn sửa dòng nào ạ?
ask-edit-hint = Ông/bà chọn dòng muốn sửa, hoặc "Không sửa nữa".
opt-edit_done = Không sửa nữa
    .also = xong|thôi
line-kind = Loại
    .also = sửa loại|loại việc
line-topic = Lĩnh vực
    .also = sửa lĩnh vực
line-ward = Phường, xã
    .also = phường|xã|sửa phường
line-place = Nơi
    .also = nơi xảy ra|địa điểm|sửa nơi
line-when = Thời gian
    .also = khi nào|sửa thời gian
line-concerned = Người, quyết định
    .also = người|quyết định
line-content = Nội dung
    .also = sửa nội dung
line-files = Tệp
    .also = ảnh|thêm ảnh|sửa tệp
line-sender = Người gửi
    .also = sửa người gửi
line-name = Họ tên
    .also = tên|sửa tên
line-address = Địa chỉ
    .also = sửa địa chỉ
line-contact = Liên hệ
    .also = số điện thoại|điện thoại|sửa số điện thoại
ask-topic = Việc này thuộc lĩnh vực nào ạ? Không rõ thì chọn "Khác", cán bộ sẽ xếp.
ask-topic-hint = Ông/bà chọn một lĩnh vực giúp tôi. Không rõ thì chọn "Khác".
topic-trat_tu_xay_dung = Trật tự xây dựng
topic-dat_dai = Đất đai, đền bù
topic-moi_truong = Môi trường
topic-giao_thong_ha_tang = Giao thông, hạ tầng
topic-dan_chu_co_so = Dân chủ cơ sở
topic-an_ninh_trat_tu = An ninh, trật tự
topic-chinh_sach_xa_hoi = Chính sách xã hội
topic-y_te_giao_duc = Y tế, giáo dục
topic-can_bo_cong_vu = Cán bộ, công vụ
topic-tham_nhung_tieu_cuc = Tham nhũng
topic-khac = Khác

## Biên nhận

receipt =
    ĐÃ NHẬN. Cảm ơn ông/bà.
    Mã theo dõi: { $code }
    Loại việc: { $kind }.
receipt-due = Đơn đang ở { $unit }. Chậm nhất ngày { $due }, Mặt trận phải báo cho ông/bà kết quả xem xét ({ $article }).
receipt-due-chat = Đơn đang ở { $unit }. Mặt trận xem xong chậm nhất ngày { $due } ({ $article }).
receipt-lawful-to-cao = Tin nhắn này là thông tin ban đầu, CHƯA phải đơn tố cáo theo luật. Để thành đơn, cần chữ ký (hoặc điểm chỉ), hoặc đến trình bày trực tiếp tại { $address }, { $hours }, điện thoại { $phone }.
receipt-lawful-khieu-nai = Tin nhắn này CHƯA phải đơn khiếu nại theo luật. Để thành đơn, cần họ tên, địa chỉ, chữ ký (hoặc điểm chỉ): mang đến { $address }, { $hours }, điện thoại { $phone }. Xin nhớ hạn 90 ngày.
receipt-anonymous = Ông/bà không để tên: mọi tin trả lời chỉ có trong cuộc trò chuyện này.
receipt-files = Tệp kèm theo: { $n }{ $waiting ->
        [0] .
       *[other] , trong đó { $waiting } tệp đang tải; tệp nào không nhận được tôi sẽ báo.
    }
receipt-next-lawful = Có tin mới tôi sẽ nhắn tại đây. Muốn xem lại: /tracuu; gửi thêm: /bosung; rút: /rutdon.
receipt-next = Ông/bà không cần làm gì thêm. Có tin mới tôi sẽ nhắn tại đây. Muốn xem lại: /tracuu; gửi thêm: /bosung; rút: /rutdon.
