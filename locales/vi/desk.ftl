### Việc hằng ngày của cán bộ trong trò chuyện riêng: danh sách, trao đổi, tìm, giao, thời hạn.

work-page = { $head } (trang { $page }/{ $pages })
work-tre = 🔴 Quá hạn: { $n } đơn
work-homnay = 🟠 Hạn hôm nay: { $n } đơn
work-sapden = 🟡 Sắp đến hạn: { $n } đơn
work-chodan = 💬 Chờ người dân: { $n } đơn
work-chuanhan = 👤 Chưa ai nhận: { $n } đơn
work-cuatoi = Đơn của tôi: { $n }
work-awaits = { $line } · 💬 chờ dân
opt-next-page = Trang sau
opt-work-tre = 🔴 Quá hạn ({ $n })
opt-work-homnay = 🟠 Hôm nay ({ $n })
opt-work-sapden = 🟡 Sắp đến ({ $n })
opt-work-chodan = 💬 Chờ dân ({ $n })
opt-work-chuanhan = 👤 Chưa nhận ({ $n })
opt-work-cuatoi = Của tôi ({ $n })
opt-work-all = Tất cả ({ $n })

opt-message = ✉️ Nhắn người dân
opt-note = 📝 Ghi chú
opt-assign = Giao việc
opt-clocks = ⏱ Thời hạn
opt-keep_note = Lưu ghi chú
opt-none = Không có
    .also = không|không có|bỏ qua
opt-is_so = Có
    .also = có|phải|đúng
opt-is_not_so = Không
    .also = không|không phải
talk-ask-message = ✉️ TIN GỬI NGƯỜI DÂN – đơn { $code }. Người gửi đơn SẼ ĐỌC tin này. Viết tin, hoặc chọn câu viết sẵn:
talk-ask-safe = ✉️ TIN GỬI NGƯỜI DÂN – đơn { $code }. Đơn mật: chỉ gửi được câu có sẵn, không lộ nội dung. Chọn:
talk-ask-note = 📝 GHI CHÚ NỘI BỘ – đơn { $code }. Người dân KHÔNG thấy. Viết ghi chú:
talk-will-be-read = ✉️ TIN GỬI NGƯỜI DÂN
talk-note-preview =
    📝 GHI CHÚ NỘI BỘ – đơn { $code } (người dân không thấy):

    { $text }
talk-note-kept = 📝 Đã lưu ghi chú vào đơn { $code }. Người dân không thấy.
talk-sent = ✉️ Đã gửi cho người gửi đơn { $code }.
talk-called = ☎️ Đã ghi: đã gọi điện báo người gửi đơn { $code }.
talk-nothing-to-call = Đơn { $code }: mọi tin đã tới người dân, không có gì phải gọi điện.
talk-on-the-page = Trao đổi của đơn { $code } chỉ xem trên trang làm việc: nhắn /console.
talk-of = Trao đổi của đơn { $code }:
talk-none = (chưa có)
talk-files = (gửi ảnh, giấy tờ)
talk-messaged = ✉️ { $at } { $by } nhắn: { $words }
talk-added = 💬 { $at } người dân: { $words }
talk-noted = 📝 { $at } ghi chú của { $by }: { $words }
talk-call-made = ☎️ { $at } { $by } đã gọi điện.
opt-safe-call = Mời gọi điện
opt-safe-come = Mời tới trụ sở
opt-safe-paper = Mời ký đơn
opt-safe-more = Xin gửi thêm
safe-call = Xin ông/bà gọi { $phone } trong giờ hành chính và đọc mã đơn; cán bộ cần hỏi thêm.
safe-come = Xin mời ông/bà tới { $address } trong giờ hành chính, mang theo giấy tờ tùy thân; cán bộ cần trao đổi trực tiếp.
safe-paper = Xin ông/bà in đơn, ký tên rồi nộp trực tiếp, gửi bưu điện, hoặc chụp gửi lại tại đây.
safe-more = Xin ông/bà gửi thêm giấy tờ, hình ảnh có liên quan (nếu có).
staff-replied = 💬 Đơn { $code }: người dân đã trả lời.
staff-number-hint = Xin nhắn một số, ví dụ 0, 1, 12. Dừng: /huy.

search-how = Tìm gì? Nhắn /tim rồi mã đơn, số điện thoại, họ tên đầy đủ, hoặc vài chữ trong đơn. Mỗi lần tìm đều được ghi nhật ký.
search-nothing = Không tìm thấy trong các đơn bạn được mở.
search-not-whole = (Mới tìm trong 1.000 đơn gần nhất.)
search-found = Tìm thấy { $n } đơn (đã ghi nhật ký):
search-line = { $code } · { $kind } · { $status } · nhận { $day }

handover-to-whom = Giao đơn { $code } cho ai?
handover-nobody = Không có đồng nghiệp nào được nhận đơn { $code }.
handover-given = Đã giao đơn { $code } cho { $officer }.
handover-yours = Bạn vừa được giao { $n } đơn: { $codes }
handover-from-whom = Bàn giao đơn của ai?
handover-nothing = { $officer } không có đơn nào đang giữ.
handover-no-colleague = Đơn vị chưa có cán bộ nào khác để nhận bàn giao.
handover-all-to-whom = { $officer } đang giữ { $n } đơn. Bàn giao cho ai?
handover-sure = Bàn giao { $n } đơn của { $source } cho { $target }?{ $left ->
        [0] {""}
       *[other] {" "}Còn { $left } đơn { $target } không có quyền nhận, vẫn để nguyên.
    }
handover-done = Đã bàn giao { $n } đơn của { $source } cho { $target }.{ $left ->
        [0] {""}
       *[other] {" "}Còn { $left } đơn chưa giao được.
    }
opt-handover = Bàn giao

clocks-of = ⏱ Các thời hạn của đơn { $code }:
clocks-none = (không có thời hạn nào đang chạy)
clock-of-front = Mặt trận
clock-of-authority = Cơ quan nhận
clock-running = 🟢 { $whose }: { $duty } – đến { $day }, còn { $days } ngày làm việc ({ $article })
clock-late = 🔴 { $whose }: { $duty } – quá hạn { $days } ngày làm việc, hạn { $day } ({ $article })
clock-stopped = ⏸ { $whose }: { $duty } – tạm dừng từ { $day } ({ $article })
clock-met = ✅ { $whose }: { $duty } – hạn { $day } ({ $article })
clocks-cannot-accepted = Chỉ ghi được việc thụ lý cho tố cáo, khiếu nại đã chuyển tới cơ quan có thẩm quyền. Đơn { $code } chưa ở bước đó.
clocks-cannot-decided = Chỉ ghi được quyết định, kết luận cho tố cáo, khiếu nại đã chuyển tới cơ quan có thẩm quyền. Đơn { $code } chưa ở bước đó.
clocks-cannot-extend = Luật không cho gia hạn thời hạn nào đang chạy của đơn { $code } (hoặc đã gia hạn hết số lần).
clocks-cannot-stop = Luật không cho tạm dừng thời hạn nào đang chạy của đơn { $code }.
clocks-cannot-resume = Đơn { $code } không có thời hạn nào đang tạm dừng.
clocks-ask-which = Thời hạn nào?
clocks-ask-on-accepted = Cơ quan có thẩm quyền thụ lý ngày nào? (ví dụ 03/11/2026)
clocks-ask-on-decided = Quyết định, kết luận ban hành ngày nào? (ví dụ 03/11/2026)
clocks-ask-on-extend = Văn bản gia hạn ngày nào? (ví dụ 03/11/2026)
clocks-ask-on-stop = Tạm đình chỉ từ ngày nào? (ví dụ 03/11/2026)
clocks-ask-on-resume = Tiếp tục giải quyết từ ngày nào? (ví dụ 03/11/2026)
clocks-ask-instance = Giải quyết lần đầu hay lần hai?
clocks-ask-complex = Vụ việc có phức tạp không?
clocks-ask-remote = Có ở vùng sâu, vùng xa đi lại khó khăn không?
clocks-ask-days = Gia hạn thêm mấy ngày? (nhiều nhất { $most })
clocks-ask-number = Số văn bản?
clocks-ask-reason = Lý do (người gửi đơn sẽ được báo; tố cáo thì chỉ báo thời hạn):
clocks-sure-accepted = Ghi: cơ quan có thẩm quyền thụ lý ngày { $on }. Thời hạn giải quyết tính từ ngày này.
clocks-sure-decided = Ghi: đã có quyết định, kết luận ngày { $on }.
clocks-sure-extend = Gia hạn “{ $duty }” thêm { $days } ngày, theo { $article }. Người gửi đơn sẽ được báo.
clocks-sure-stop = Tạm dừng “{ $duty }” từ { $on }, theo { $article }. Người gửi đơn sẽ được báo.
clocks-sure-resume = Tính tiếp “{ $duty }” từ { $on }. Người gửi đơn sẽ được báo.
clocks-done = ⏱ Đã ghi vào đơn { $code }. Xem lại: /han { $code }
opt-clock-accepted = Đã thụ lý
opt-clock-decided = Đã có quyết định
opt-clock-extend = Gia hạn
opt-clock-stop = Tạm dừng
opt-clock-resume = Tính tiếp
opt-confirm_clock = Ghi
opt-first = Lần đầu
opt-second = Lần hai
group-command-taken-away = Lệnh bạn vừa gõ trong nhóm chỉ dùng ở đây, trong tin riêng. Xin gõ lại tại đây; tin trong nhóm tôi đã gỡ nếu được phép.

journal-not-you = Việc ghi sổ dành cho cán bộ của đơn vị.
journal-ask-unit = Ghi cho đơn vị nào?
journal-ask-on = Ngày nào? (ví dụ 03/11/2026)
journal-ask-mode = Tiếp công dân theo hình thức nào?
reception-regular = Thường xuyên
reception-head = Thủ trưởng tiếp
reception-delegated = Ủy quyền tiếp
journal-ask-visits = Mấy lượt tiếp? (nhắn một số)
journal-ask-people = Mấy người? (nhắn một số)
journal-ask-delegations = Mấy đoàn đông người? (không có thì nhắn 0)
journal-ask-matters = Mấy vụ việc? (nhắn một số)
journal-ask-repeated = Có phải tiếp lại (vụ việc đã tiếp lần trước) không?
journal-ask-what = Ghi hoạt động nào?
journal-supervision_independent = Giám sát độc lập
journal-supervision_joint = Phối hợp giám sát
journal-community_works = Giám sát ĐTCĐ
journal-social_criticism = Hội nghị phản biện
journal-opinion_meeting = Hội nghị góp ý
journal-dialogue = Đối thoại
journal-voter_meeting = Tiếp xúc cử tri
journal-explanation_session = Phiên giải trình
journal-voter_petition = Kiến nghị cử tri
journal-ask-field = Lĩnh vực giám sát?
journal-field-trat_tu_xay_dung = Trật tự xây dựng
journal-field-dan_chu_co_so = Dân chủ cơ sở
journal-field-dat_dai = Đất đai
journal-field-khac = Lĩnh vực khác
journal-ask-level = Kiến nghị thuộc thẩm quyền cấp nào?
journal-level-quan = Cấp quận (năm cũ)
journal-level-thanh_pho = Cấp thành phố
journal-level-trung_uong = Cấp trung ương
journal-ask-number = Mấy cuộc, hội nghị, kiến nghị? (nhắn một số)
journal-ask-works = Giám sát mấy công trình, dự án? (nhắn một số)
journal-ask-violations = Mấy công trình có vi phạm? (không có thì nhắn 0)
journal-ask-remedied = Mấy công trình đã khắc phục? (không có thì nhắn 0)
journal-wrong = Số chưa khớp: số vi phạm không nhiều hơn số công trình, số đã khắc phục không nhiều hơn số vi phạm. Xin nhắn lại.
journal-sure-reception =
    Ghi sổ tiếp công dân – { $unit }, ngày { $day }:
    { $mode } · { $visits } lượt · { $people } người · { $delegations } đoàn đông người · { $matters } vụ việc{ $repeated ->
        [is_so] {" "}· tiếp lại
       *[other] {""}
    }
journal-sure = Ghi sổ hoạt động – { $unit }, ngày { $day }: { $what }
journal-count-number = Số lượng: { $n }
journal-count-works = Công trình: { $n }
journal-count-violations = Vi phạm: { $n }
journal-count-remedied = Đã khắc phục: { $n }
opt-write_down = Ghi sổ
journal-written = ✅ Đã ghi sổ. Số này có ngay trong /thongke và báo cáo.
booking-day = 📅 { $unit }, { $day }: { $n } người hẹn
booking-visitor = { $n }. { $name } · { $contact } · { $about }
booking-no-days-staff = Đơn vị chưa khai ngày tiếp công dân (reception_days trong cấu hình).

entry-ask-channel = Đơn tới bằng cách nào?
opt-came-in_person = Nộp trực tiếp
opt-came-post = Bưu điện
opt-came-paper = Đơn giấy khác
opt-came-phone = Điện thoại
opt-came-forwarded = Nơi khác chuyển đến
entry-ask-on = Nhận đơn ngày nào? (ví dụ 03/11/2026)
entry-ask-content = Ghi nội dung đơn (hoặc tóm tắt đủ ý). Ảnh chụp, bản quét đơn gửi kèm lúc nào cũng được (đã có { $n } tệp).
entry-ask-kind = Đây là loại đơn nào? (xét theo nội dung, không theo tiêu đề)
entry-ask-topic = Lĩnh vực?
entry-ask-name = Họ tên người gửi? (không có tên thì chọn “Không có”)
entry-ask-contact = Điện thoại hoặc địa chỉ liên hệ của người gửi?
entry-ask-place = Việc xảy ra ở đâu?
entry-sure =
    Vào sổ đơn này:
    { $channel } · nhận ngày { $day } · { $kind } · { $topic } · { $files } tệp
    { $named ->
        [yes] Có tên người gửi (được niêm phong).
       *[no] Không có tên người gửi.
    }
    Hạn xử lý đầu: { $due }
entry-done = ✅ Đã vào sổ, mã { $code }. Hạn xử lý đầu: { $due }. Ghi mã này lên đơn giấy.
