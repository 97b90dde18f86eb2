### Tin cho cán bộ: trong nhóm (không tên, không nội dung) và trong tin riêng.

staff-new = 📥 Đơn mới { $code }
staff-case = 📄 Đơn { $code }
staff-urgent = 🚨 KHẨN – đơn { $code }. Dấu hiệu nguy hiểm tính mạng; người gửi đã được chỉ số 113, 114, 115, chưa rõ đã gọi chưa.
staff-kind-found = Loại (máy đề xuất, người gửi xác nhận): { $kind }
staff-kind = Loại: { $kind }
staff-time = Nhận lúc: { $time }
staff-ward = Địa bàn: { $ward }
staff-topic = Lĩnh vực: { $topic }
staff-due = Hạn xử lý đầu: { $due }
staff-taken = Người nhận: { $officer }
staff-status = Kết quả: { $status }
staff-secret = 🔒 Tin mật: không hỏi, không đoán, không bàn trong nhóm.
staff-nobody-took = ⏰ Chưa ai nhận đơn { $code }.
staff-added = Đơn { $code }: người gửi đã bổ sung.
staff-asked-withdraw = Đơn { $code }: người gửi xin rút. Xem và xác nhận với người gửi.
staff-asked-delete = Đơn { $code }: người gửi xin xóa thông tin. Hạn xác nhận: 2 ngày làm việc.
staff-asked-consent = Đơn { $code }: người gửi rút lại đồng ý. Hạn xác nhận: 2 ngày làm việc.
staff-asked-data = Đơn { $code }: người gửi xin xem dữ liệu.
staff-news-secret = 🔒 Đơn { $code }: có điều mới. Cán bộ được giao mở riêng để xem.
staff-asked-forced = 🔒🚨 Đơn { $code }: người gửi báo bị ép rút hoặc bị đe dọa. Người phụ trách mở riêng ngay (Luật Tố cáo, chương VI).
want-withdraw = xin rút đơn
want-delete = xin xóa thông tin
want-consent = rút lại đồng ý
want-data = xin xem dữ liệu
want-forced = báo bị ép rút
staff-ask-want = Trả lời yêu cầu nào?
staff-ask-request = Trả lời yêu cầu “{ $want }”: đã làm phần nào, phần nào luật buộc giữ và vì sao (người dân sẽ đọc)?
staff-ask-request-secret = Trả lời yêu cầu “{ $want }”: ghi lại đã làm gì (lưu kín trong hồ sơ; người gửi chỉ được báo là đã có trả lời).
staff-request-hint = Xin nhắn ít nhất vài chữ, nói rõ đã làm gì.
staff-button-hint = Xin chọn một mục, hoặc nhắn số thứ tự.
staff-request-answered = Đã ghi trả lời yêu cầu của đơn { $code } và báo người gửi.
staff-no-requests = Đơn { $code } không có yêu cầu nào đang chờ.
staff-ask-signed = Đơn ký tên (hoặc trình bày trực tiếp) của { $code } nhận ngày nào? (ví dụ 03/11/2026)
staff-signed = Đã ghi: { $code } có đơn ký ngày { $on }.
staff-signed-already = Đơn { $code } đã ghi có đơn ký rồi.
staff-reopened = Đã mở lại đơn { $code } và báo người gửi.
staff-is-signed = Đã có đơn ký tên.
staff-taken-now = Bạn đã nhận đơn { $code }. Hạn xử lý đầu: { $due }.

opt-take = Tôi nhận
opt-open = Mở
opt-see = Xem
opt-accept = Cho vào
opt-refuse = Từ chối
opt-answer-request = Trả lời yêu cầu
opt-signed = Đã có đơn ký
opt-send_withdrawn = Gửi, ghi đã rút
opt-send_erased = Gửi, xóa nội dung
opt-day_today = Hôm nay
    .also = hôm nay
opt-no_number = Chưa có số
    .also = chưa có|không có|không số

group-joined = Xin chào. Cán bộ nhắn /gan MÃ_ĐƠN_VỊ trong nhóm này để nhận thông báo đơn mới tại đây. Nhóm chỉ thấy mã, loại, hạn; không bao giờ có tên hay nội dung.
group-write-in-private = Ở nhóm tôi không nhận đơn để giữ kín cho ông/bà. Xin nhắn riêng cho tôi ạ.
group-not-known = Tài khoản vừa nhắn chưa được gắn với cán bộ nào, nên tôi chưa làm gì. Xin nhắn riêng cho tôi: /gan TỪ_MỜI.
group-command-in-private = Lệnh này chỉ dùng trong tin riêng với tôi. Xin không chép tên, nội dung đơn vào nhóm.
group-gan-officers-only = Chỉ cán bộ đã được xác nhận mới gắn được nhóm. Xin nhắn riêng cho tôi lời mời của mình trước: /gan TỪ_MỜI.
group-gan-which = Xin ghi mã đơn vị, ví dụ: /gan { $units }
group-bound = Nhóm này từ nay nhận thông báo của { $unit }.

staff-list = Đang chờ: { $n } đơn
staff-list-overdue = 🔴 { $code } · { $kind } · quá hạn { $due } · { $officer }
staff-list-today = 🟠 { $code } · { $kind } · hạn HÔM NAY { $due } · { $officer }
staff-list-later = { $code } · { $kind } · hạn { $due } · { $officer }
staff-list-empty = Không còn đơn nào đang chờ.
staff-nobody = chưa ai nhận
staff-no-such-case = Không có đơn này trong phạm vi của bạn. Kiểm tra lại mã, hoặc nhắn /viec.
staff-no-access = Bạn chưa được giao xem đơn { $code }. Lần mở này đã được ghi nhật ký.
staff-no-role =
    Đơn { $code }: chưa làm được. Vai trò của bạn ({ $role }) không làm việc này. { $secret ->
        [yes] Đơn có nội dung tố cáo: chỉ cán bộ được giao việc mật xử lý (Luật Tố cáo Điều 8, Điều 56).
       *[no] Việc này của cán bộ xử lý đơn.
    } { $allowed } Lần này đã được ghi nhật ký.
staff-may-read = Bạn được xem: /don { $code }.
staff-may-see = Bạn chỉ thấy mã, loại, hạn và tình trạng đơn.
staff-letter =
    Nơi: { $place }
    Khi nào: { $when }
    Nội dung: { $text }
staff-requests = Người gửi yêu cầu: { $wants }
staff-door = Mở đầy đủ (một lần, trong { $minutes } phút): { $link }
staff-console = Trang làm việc (một lần, trong { $minutes } phút): { $link }
staff-yours-already = Đơn { $code } bạn đã nhận rồi.
staff-taken-already = Đơn { $code } đã có { $officer } nhận.
staff-has-outcome = Đơn { $code } đã có kết quả.
staff-changed-meanwhile = Đơn đã thay đổi trong lúc bạn soạn, nên chưa ghi gì. Xin mở lại đơn.
staff-ended = Đã ghi kết quả đơn { $code } và báo người gửi.
staff-ask-authority = Chuyển tới cơ quan nào?
staff-ask-number = Số văn bản chuyển?
staff-ask-on = Ngày văn bản? (ví dụ 03/11/2026)
staff-day-hint = Xin ghi ngày không sau hôm nay, ví dụ 03/11/2026.
staff-line-hint = Xin nhắn bằng chữ, hoặc chọn một mục.
staff-ask-words-secret = Ghi lại lý do, kết quả (lưu kín trong hồ sơ; người gửi chỉ được báo là có cập nhật):
staff-ask-words-guided = Lời hướng dẫn gửi người dân (bình dị, nói rõ nộp ở đâu):
staff-ask-words-archived = Lý do lưu đơn (người dân sẽ đọc):
staff-ask-words-answered = Lời trả lời gửi người dân (đã làm gì, kết quả):
staff-preview =
    Người gửi đơn { $code } sẽ nhận đúng tin này:

    { $text }

staff-invitation-wrong = Từ mời không đúng hoặc đã hết hạn. Xin quản trị cấp từ mới.
staff-invitation-opened = Có người vừa mở lời mời cán bộ và chờ bạn xác nhận.
staff-invitation-waits = Đã nhận lời mời. Quản trị xác nhận xong là dùng được; tôi sẽ nhắn.
staff-admins-only = Việc này chỉ quản trị làm được.
staff-nobody-waits = Không có ai chờ xác nhận.
staff-waits = { $name } · { $role } · { $units } chờ xác nhận.
staff-you-are-first = Chào { $name }. Bạn là quản trị viên đầu tiên, dùng được ngay. Mời người khác: "tiengdan staff invite", rồi nhắn /xacnhan. Nhắn /trogiup để xem lệnh.
staff-you-are-in = Chào { $name }. Bạn đã được xác nhận. Nhắn /viec để xem việc, /trogiup để xem lệnh.
staff-you-are-refused = Lời mời cho { $name } chưa được chấp nhận. Xin hỏi quản trị.
staff-confirmed = Đã xác nhận { $name }.
staff-refused = Đã từ chối { $name }.
role-reader = người xem
role-officer = cán bộ
role-confidential = cán bộ việc mật
role-admin = quản trị
