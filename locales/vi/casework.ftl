### Việc của cán bộ với một đơn: hướng đi hợp luật, sửa loại, tách, trùng, vụ việc, chuyển đơn vị, rút.

opt-way-forward = Chuyển
opt-way-guide = Hướng dẫn
opt-way-answer = Trả lời
opt-way-archive = Lưu đơn
opt-way-accept = Thụ lý nội bộ
opt-way-return = Trả đơn
opt-way-split = Tách đơn
opt-way-duplicate = Đơn trùng
opt-way-withdraw = Có giấy rút
opt-way-urge = Đôn đốc
opt-way-reply = Có phúc đáp
opt-way-escalate = Kiến nghị cấp trên
opt-way-reopen = Xem lại
opt-way-reclassify = Sửa loại
opt-way-judge = Xét điều kiện
opt-way-ask = Hỏi thêm
opt-way-transfer = Chuyển đơn vị
opt-way-join = Gộp vụ việc
opt-way-sign = Đã có đơn ký
opt-way-take = Tôi nhận
opt-other_moves = Việc khác
opt-involved = Tôi liên quan
opt-kind-to_cao = Tố cáo
opt-kind-khieu_nai = Khiếu nại
opt-kind-kien_nghi_phan_anh = Kiến nghị, phản ánh
opt-kind-khac = Loại khác
opt-do_it = Ghi lại
opt-by_content = Theo nội dung đơn
opt-whole_text = Toàn bộ lời
opt-parts_enough = Đủ rồi
opt-reopen_new_facts = Có tình tiết mới
opt-reopen_sent_back = Nơi nhận trả lại
opt-reopen_mistake = Ghi nhầm
opt-reopen_unsatisfied = Chưa hài lòng

staff-ways = Được làm lúc này:
staff-way = • { $name } – { $source }
staff-forbidden = Đơn { $code }: chưa làm được. { $rule } Lúc này được: { $allowed }.
rule-kind-outcome = { $kind } không đi theo hướng này; nếu loại chưa đúng, xin sửa loại trước (/loai).
rule-status-move = Đơn đang ở bước “{ $status }”, không đi thẳng sang bước đó được; có tình tiết mới thì mở lại trước (/molai).
rule-open-already = Đơn đang mở (“{ $status }”), chưa có kết quả nào để xem lại.
rule-not-forwarded = Đơn đang ở bước “{ $status }”, chưa chuyển tới cơ quan nào; việc này chỉ làm sau khi đã chuyển (/chuyen).
rule-withdrawn-is-final = Đơn đã rút: nội dung đã rút không xem lại (Luật Khiếu nại Điều 10, Nghị định 155/2026). Việc mới thì lập đơn mới.
rule-split-is-final = Đơn đã tách: xin làm với từng đơn con.
rule-role = Vai trò của bạn không làm việc này.
rule-guide-once = Mỗi nội dung chỉ hướng dẫn một lần (Luật Tiếp công dân Điều 28; Luật Tố cáo Điều 24 khoản 3), trừ khi có tình tiết mới.
rule-forward-once = Tố cáo chỉ chuyển một lần cho mỗi nội dung (Luật Tố cáo Điều 24), trừ khi có tình tiết mới hoặc nơi nhận trả lại.
rule-anonymous-exception = Tin tố cáo không rõ người gửi chỉ được chuyển khi nêu rõ người vi phạm, có chứng cứ cụ thể và kiểm tra được (Luật Tố cáo Điều 25 khoản 2). Xin xét điều kiện trước (/dieukien).
rule-came-on-paper = Chỉ trả lại đơn giấy do nơi khác chuyển đến; đơn gửi qua tin nhắn thì hướng dẫn.
rule-not-forced = Người gửi báo bị ép rút: chưa được ghi rút (Luật Tố cáo Điều 33 khoản 3). Trả lời yêu cầu đó trước (/yeucau).
rule-reply-due = Chưa quá hạn nào của nơi nhận (hạn gần nhất: { $due }), nên chưa đôn đốc.
rule-no-reply-yet = Nơi nhận đã có văn bản phúc đáp.
rule-urged-or-replied = Phải đôn đốc, hoặc đã có phúc đáp mà chưa đồng ý, rồi mới kiến nghị cấp trên (Luật Khiếu nại Điều 66 khoản 2; Luật Tố cáo Điều 38).
rule-replied = Đơn đã chuyển: ghi văn bản phúc đáp của nơi nhận trước (/phucdap), rồi mới báo kết quả.
rule-conflict-holds = Đơn nói về người của đơn vị bên dưới nên cấp trên giữ, không chuyển xuống.

staff-is-eligible = Đủ điều kiện xử lý.
staff-is-ineligible = Không đủ điều kiện xử lý.
staff-waits-for-sender = Đang chờ người gửi trả lời từ ngày { $day }.
staff-reply-due = Nơi nhận phải trả lời trước hết ngày { $due }; đã đôn đốc { $n } lần.
staff-reply-came = Có phúc đáp ngày { $due }; đã đôn đốc { $n } lần.
staff-related = Đơn cùng vụ việc hoặc tách từ cùng một đơn: { $codes }
staff-papers = Phiếu chuyển in ở trang làm việc: /console, mở đơn { $code }.
staff-papers-secret = 🔒 Phiếu chuyển, bản sao nội dung (không tên người tố cáo) và bì riêng chỉ làm ở trang làm việc: /console, mở đơn { $code }.

staff-ask-reason = Lý do? (lưu kín trong hồ sơ)
staff-ask-new-kind = Đơn { $code } đang là: { $kind }, lĩnh vực { $topic }. Theo nội dung và yêu cầu của đơn thì là loại nào?
staff-ask-new-topic = Lĩnh vực nào?
staff-new-kind =
    Đơn { $code }
    Loại: { $old } → { $kind }
    Lĩnh vực: { $old_topic } → { $topic }
    Hạn xử lý đầu sẽ là: { $due }
staff-becomes-secret = 🔒 Thành tố cáo: từ lúc này chỉ cán bộ việc mật mở được.
staff-kind-noted = Đã sửa loại đơn { $code }; số liệu và hạn đổi theo.
staff-kind-no-longer-yours = Bạn không còn mở được đơn này; cán bộ việc mật đã được báo.

staff-ask-unit = Giao đơn { $code } cho đơn vị nào? Mã và hạn giữ nguyên.
staff-no-other-unit = Không có đơn vị nào khác để giao.
staff-card-elsewhere = 📄 Đơn { $code } đã giao đơn vị khác.
staff-transferred = Đã giao đơn { $code } cho { $unit } và báo người gửi.

staff-ask-other-duplicate = Đơn { $code } trùng với đơn nào? Xin nhắn mã đơn trước.
staff-ask-other-join = Đơn { $code } cùng vụ việc với đơn nào? Xin nhắn mã đơn kia.
staff-other-hint = Không có đơn này trong phạm vi của bạn, hoặc là chính đơn đang mở. Xin nhắn lại mã TD-…
staff-duplicate-of = Đơn { $code } trùng với { $other }: lưu, đếm chung một vụ việc.
staff-join = Gộp { $code } và { $other } thành một vụ việc? Mỗi đơn vẫn đi riêng; báo cáo đếm một vụ.
staff-joined = Đã gộp { $code } và { $other } vào một vụ việc.

staff-ask-part-first = Tách đơn { $code }. Phần thứ nhất là loại gì?
staff-ask-part = Đã có: { $parts }. Phần thứ { $n } của { $code } là loại gì?
staff-ask-part-words = Nội dung của phần này? Xin chép đúng lời của đơn, hoặc để toàn bộ.
staff-ask-part-words-secret = 🔒 Phần tố cáo giữ nguyên toàn bộ lời của đơn; không gõ nội dung tố cáo vào đây.
staff-split =
    Tách đơn { $code } thành:
    { $parts }
    Đơn gốc được ghi là đã xử lý (tách), không tính là đủ điều kiện.
staff-split-done = Đã tách đơn { $code } thành { $codes } và báo người gửi.

staff-ask-reopen = Mở lại đơn { $code } vì sao?
staff-ask-withdrawal-day = Giấy rút đơn { $code } có chữ ký (hoặc biên bản) nhận ngày nào?
staff-withdrawal = Giấy rút đơn { $code } ngày { $on }: đơn được ghi là đã rút, vẫn còn trong số liệu.
staff-withdrawal-goes-on = Tố cáo { $code } đã chuyển: Mặt trận gửi tiếp giấy rút ngày { $on } tới nơi nhận; nơi đó quyết định, đơn chưa khép lại (Luật Tố cáo Điều 33; Nghị định 156/2026 Điều 1 khoản 4).
staff-withdrawal-caution = Nếu có dấu hiệu vi phạm pháp luật, bị ép buộc, mua chuộc hoặc vu khống thì vẫn phải chuyển (Luật Tố cáo Điều 33 khoản 3). Khi đó chọn "Thôi".
staff-withdrawal-noted = Đã ghi giấy rút của đơn { $code }.

told-new-kind = Đơn { $code }: cán bộ đã đọc và xếp vào loại: { $kind }. Chậm nhất ngày { $due }, Mặt trận báo kết quả xem xét.
told-new-kind-secret = Đơn { $code }: cán bộ đã đọc và chuyển sang cách xử lý khác. Mốc mới: ngày { $due }. Muốn hỏi kỹ, ông/bà gọi { $phone } hoặc đến trực tiếp.
told-needs-signature = Muốn thành đơn theo luật, xin ông/bà mang đơn có chữ ký (hoặc điểm chỉ) đến { $address } ({ $hours }).
told-transferred = Đơn { $code }: nay do { $unit } giữ và xem xét. Mã và hạn (ngày { $due }) giữ nguyên; ông/bà không cần làm gì.
told-duplicate = Đơn { $code }: nội dung trùng với một đơn đã được nhận trước, nên hai đơn được xem xét cùng nhau. Ông/bà không cần làm gì thêm; có điều mới xin chọn "Bổ sung".
told-split = Đơn { $code } nói nhiều việc khác nhau nên được tách ra để mỗi việc đến đúng nơi: { $codes }. Ngày nhận vẫn tính từ đơn đầu. Ông/bà không cần làm gì thêm.
told-withdrawn = Đơn { $code }: đã ghi nhận giấy rút của ông/bà. Đơn được khép lại.

web-life-reclassified = Sửa loại, lĩnh vực
web-life-transferred = Giao đơn vị khác
web-life-split = Đã tách đơn
web-life-split_off = Tách ra từ đơn khác
web-life-duplicate = Ghi là đơn trùng
web-life-joined = Gộp vào vụ việc
web-life-linked = Người gửi nối thêm một tài khoản
web-life-judged = Xét điều kiện
web-life-eligible = Đủ điều kiện xử lý
web-life-ineligible = Không đủ điều kiện xử lý
web-life-asked_sender = Hỏi thêm người gửi
web-life-stepped_back = Cán bộ xin không xử lý vì liên quan
web-life-barred = Không giao cho cán bộ được nêu tên
web-life-held = Người giữ đơn
web-life-urged = Đã đôn đốc
web-life-replied = Có văn bản phúc đáp
web-life-escalated = Kiến nghị cấp trên của nơi nhận
web-life-handed_over = Bàn giao bì riêng
web-life-own_matter = Thụ lý việc nội bộ
web-life-returned = Đã trả đơn
web-life-withdrawal_passed_on = Gửi tiếp giấy rút tới nơi nhận
web-life-made_paper = In giấy tờ
web-end-own_matter = Thụ lý (việc của chính Mặt trận)
web-end-returned = Trả đơn cho nơi chuyển đến

opt-check_yes = Có
opt-check_no = Không
opt-eligible = Ghi đủ điều kiện
opt-ineligible = Ghi không đủ ĐK
opt-ask_sender = Gửi lời hỏi
opt-settled_yes = Đã giải quyết xong
opt-settled_no = Chưa xong
staff-source = ({ $source })
staff-check = Điều kiện xử lý đơn { $code }:
check-item-name = họ tên người gửi
check-item-address = địa chỉ người gửi
check-item-contact = cách liên hệ với người tố cáo
check-item-signature = chữ ký hoặc điểm chỉ
check-item-concerned = người, cơ quan hoặc quyết định bị tố cáo, khiếu nại
check-item-content = nội dung rõ ràng
check-item-demand = yêu cầu cụ thể
check-item-documents = giấy tờ liên quan (nên có)
check-item-violator = nêu rõ người vi phạm
check-item-evidence = có tài liệu, chứng cứ cụ thể
check-item-verifiable = có cơ sở để kiểm tra
check-item-not_elsewhere = chưa gửi nơi có thẩm quyền, chưa được hướng dẫn cùng nội dung
check-ask-name = Có họ tên người gửi không?
check-ask-address = Có địa chỉ người gửi không?
check-ask-contact = Có cách liên hệ không?
check-ask-signature = Có chữ ký không?
check-ask-concerned = Có nêu ai, cơ quan nào, quyết định nào không?
check-ask-content = Nội dung có rõ việc gì xảy ra không?
check-ask-demand = Đơn có nêu yêu cầu cụ thể không?
check-ask-documents = Có giấy tờ liên quan không?
check-ask-violator = Có nêu rõ người vi phạm không?
check-ask-evidence = Có tài liệu, chứng cứ cụ thể về hành vi không?
check-ask-verifiable = Có cơ sở để kiểm tra, xác minh không?
check-ask-not_elsewhere = Đơn đã gửi tới nơi có thẩm quyền, hoặc đã được hướng dẫn một lần về cùng nội dung chưa?
staff-eligible = → Đủ điều kiện xử lý.
staff-ineligible = → Chưa đủ điều kiện xử lý.
missing-name = họ và tên của ông/bà
missing-address = nơi ông/bà đang ở
missing-contact = cách liên hệ với ông/bà
missing-signature = đơn có chữ ký (hoặc điểm chỉ), mang đến trực tiếp
missing-concerned = quyết định hoặc cơ quan mà ông/bà muốn xem lại (số, ngày nếu có)
missing-content = việc gì đã xảy ra, ở đâu, khi nào
missing-demand = ông/bà muốn được giải quyết thế nào
missing-documents = ảnh quyết định, giấy tờ có liên quan (nếu có)
missing-violator = ai đã làm việc đó
missing-evidence = ảnh, giấy tờ hoặc điều cụ thể cho thấy việc đó
told-missing =
    Đơn { $code }: để xem xét được, cán bộ cần thêm:
    { $items }
    Ông/bà chọn "Bổ sung" rồi gửi vào đây, hoặc mang đến { $address } ({ $hours }).
told-missing-secret = Đơn { $code }: cán bộ cần ông/bà bổ sung vài điều. Để giữ kín, chi tiết không gửi qua đây: xin ông/bà gọi { $phone } hoặc đến { $address } ({ $hours }). Nếu thấy tiện, ông/bà chọn "Bổ sung" và kể thêm điều mình biết.
told-question = Đơn { $code }: cán bộ hỏi thêm: { $words } Ông/bà chọn "Bổ sung" để trả lời cho đúng đơn này.
staff-ask-question = Hỏi người gửi đơn { $code } điều gì? (người dân sẽ đọc)
staff-ask-question-secret = 🔒 Ghi điều cần hỏi của đơn { $code } (lưu kín). Người gửi chỉ được mời gọi điện, đến trực tiếp hoặc chọn "Bổ sung".
staff-asked = Đã hỏi người gửi đơn { $code }; câu trả lời sẽ vào đúng đơn này.

staff-nothing-overdue = Không có đơn quá hạn, không có cơ quan nào chậm trả lời.
staff-overdue = Quá hạn của Mặt trận: { $own } đơn. Cơ quan chậm trả lời: { $owed } đơn.
staff-overdue-line = 🔴 { $code } · hạn { $due } · quá { $days } ngày · { $officer }
staff-slow = { $authority }: chậm { $n } đơn
staff-slow-secret = Cơ quan giải quyết tố cáo (tên giữ kín)
staff-slow-line = { $code } · chuyển { $sent } · hạn { $due } · chậm { $days } ngày · đôn đốc { $n } lần
staff-ask-number-urge = Số văn bản đôn đốc đơn { $code }?
staff-ask-number-reply = Số văn bản phúc đáp của đơn { $code }?
staff-ask-number-escalate = Số văn bản kiến nghị của đơn { $code }?
staff-ask-authority-escalate = Kiến nghị tới cơ quan cấp trên nào (đơn { $code })?
staff-ask-on-urge = Ngày văn bản đôn đốc? (ví dụ 03/11/2026)
staff-ask-on-reply = Ngày văn bản phúc đáp? (ví dụ 03/11/2026)
staff-ask-on-escalate = Ngày văn bản kiến nghị? (ví dụ 03/11/2026)
staff-ask-settled = Theo văn bản này, việc đã giải quyết xong chưa?
staff-scan-on-page = Đơn tố cáo: văn bản phúc đáp chỉ đính kèm trên trang làm việc (/console), không gửi vào đây.
staff-ask-scan = Gửi ảnh văn bản phúc đáp vào đây (đã có { $n } tệp), hoặc bỏ qua.
staff-scans = Kèm { $n } tệp.
staff-before-sending = Ngày này trước ngày chuyển đơn. Xin xem lại.
staff-watch-urge = Đôn đốc đơn { $code } lần { $n }: văn bản { $number } ngày { $on }.
staff-watch-reply = Văn bản phúc đáp đơn { $code }: số { $number } ngày { $on }.
staff-watch-escalate = Kiến nghị { $authority } về đơn { $code }: văn bản { $number } ngày { $on }.
staff-watched-urge = Đã ghi đôn đốc đơn { $code }.
staff-watched-reply = Đã ghi phúc đáp của đơn { $code }. Báo kết quả cho người gửi: /traloi { $code }
staff-watched-escalate = Đã ghi kiến nghị cấp trên về đơn { $code }.

staff-ask-involved = Bạn có liên quan (họ hàng, công việc, lợi ích) tới người hoặc đơn vị trong { $code }? Nếu có, đơn sẽ giao người khác và bạn không xem được nữa. Không cần nêu lý do.
staff-involved = Cảm ơn bạn đã nói. Đơn { $code } giao người khác.

opt-conflict_yes = Có
    .also = đúng|phải|có làm
opt-conflict_no = Không
    .also = không phải|không làm
opt-conflict_unknown = Bỏ qua
ask-conflict = Người ông/bà nói tới có đang làm việc tại chính { $unit } không ạ? Nếu có, đơn sẽ do cấp trên giữ, nơi này không được biết.
    Không rõ thì chọn "Bỏ qua".
ask-conflict-hint = Ông/bà chọn "Có", "Không" hoặc "Bỏ qua" giúp tôi.
conflict-heard = Cảm ơn ông/bà đã nói. Đơn sẽ không giao cho nơi đó.
receipt-held = Vì đơn có nói tới người làm việc ở { $below }, đơn do { $unit } giữ; { $below } không được báo.
receipt-held-contact = Vì đơn có nói tới người làm việc ở { $below }, không cán bộ nào ở đó được báo; đơn được niêm phong. Xin ông/bà liên hệ: { $contact }. Mang theo mã này.
receipt-held-above = Vì đơn có nói tới người làm việc ở { $below }, không cán bộ nào ở đó được báo; đơn được niêm phong. Xin ông/bà mang đơn có chữ ký đến { $unit }, { $address }.
receipt-held-nobody = Vì đơn có nói tới người làm việc ở { $below }, không cán bộ nào ở đó được báo; đơn được niêm phong. Xin ông/bà mang đơn có chữ ký đến Ủy ban MTTQ Việt Nam cấp trên trực tiếp.
place-above = Ủy ban MTTQ Việt Nam cấp trên trực tiếp
place-above-address = trụ sở { $unit }
place-above-hours = giờ hành chính
web-life-repeated = Có đơn khác trùng với đơn này

slip-committee = Ủy ban Mặt trận Tổ quốc Việt Nam
slip-nation = CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
slip-motto = Độc lập - Tự do - Hạnh phúc
slip-number = Số: { $number }
slip-day = { $place }, ngày { $day } tháng { $month } năm { $year }
slip-to = Kính gửi: { $authority }
slip-title = PHIẾU CHUYỂN ĐƠN
slip-title-secret = PHIẾU CHUYỂN ĐƠN TỐ CÁO
slip-body =
    Ngày { $received }, Ủy ban Mặt trận Tổ quốc Việt Nam nhận được đơn mã { $code }, loại: { $kind }, lĩnh vực: { $topic }, của ông (bà): { $name }; địa chỉ: { $address }.
    Sau khi xem xét, Ủy ban Mặt trận Tổ quốc Việt Nam chuyển đơn đến { $authority } để xem xét theo thẩm quyền.
    Đề nghị quý cơ quan trả lời bằng văn bản cho Ủy ban Mặt trận Tổ quốc Việt Nam trước hết ngày { $due }.
slip-body-secret =
    Ngày { $received }, Ủy ban Mặt trận Tổ quốc Việt Nam nhận được tố cáo mã { $code }.
    Căn cứ Điều 24 khoản 2 Luật Tố cáo năm 2018, Ủy ban Mặt trận Tổ quốc Việt Nam chuyển nội dung tố cáo (bản sao kèm theo) đến { $authority } để xem xét theo thẩm quyền.
    Họ tên, địa chỉ, bút tích và thông tin khác của người tố cáo được giữ bí mật theo Điều 8, Điều 56 Luật Tố cáo, không ghi trong phiếu này.
    Đề nghị quý cơ quan thông báo bằng văn bản theo Điều 26 khoản 2 Luật Tố cáo trước hết ngày { $due }.
slip-copy-title = BẢN SAO NỘI DUNG ĐƠN { $code }
slip-copy-note = Bản sao chỉ ghi nội dung; thông tin về người gửi đã được lược bỏ theo Điều 56 khoản 2 Luật Tố cáo.
slip-secret-mark = MẬT – CHỈ NGƯỜI ĐỨNG ĐẦU MỞ
slip-enclosure-title = THÔNG TIN NGƯỜI TỐ CÁO (kèm đơn { $code })
slip-enclosure-note = Niêm phong riêng. Người nhận giữ bí mật theo Điều 8, Điều 9, Điều 56 Luật Tố cáo; ký nhận khi bàn giao.
slip-person-name = Họ và tên
slip-person-address = Địa chỉ
slip-person-contact = Liên hệ
slip-person-relation = Quan hệ
slip-no-name = không ghi tên
slip-signature = TM. BAN THƯỜNG TRỰC
web-slips = Giấy tờ chuyển đơn
web-slips-slip = Phiếu chuyển
web-slips-slip-why = Số, ngày và nơi nhận lấy từ kết quả “Chuyển” đã ghi.
web-slips-slip-why-secret = Phiếu không ghi tên, địa chỉ, bút tích của người tố cáo (Luật Tố cáo Điều 8, 56).
web-slips-copy = Bản sao nội dung
web-slips-copy-why = Bản sao lời của đơn.
web-slips-copy-why-secret = Máy đã che những gì máy biết về người tố cáo. Xin đọc hết và che nốt điều gì còn làm lộ họ là ai.
web-slips-content = Nội dung sẽ in
web-slips-read = Tôi đã đọc hết; không còn gì làm lộ người gửi.
web-slips-read-first = Xin đọc hết bản sao và đánh dấu vào ô xác nhận.
web-slips-enclosure = Bì riêng (danh tính người tố cáo)
web-slips-enclosure-why = Chỉ gửi người đứng đầu nơi nhận, niêm phong riêng, có ký nhận (Luật Tố cáo Điều 24 khoản 2, Điều 56 khoản 2).
web-slips-handover = Bàn giao
web-slips-receiver = Người nhận (chức vụ, cơ quan)
web-slips-on = Ngày bàn giao
web-slips-hand = Ghi bàn giao
web-slips-handover-wrong = Xin ghi người nhận và ngày không sau hôm nay.
web-slips-make = Tải tệp Word
