# Words of our own pages: the residents' chat, the status page, the console.

web-language-name = Tiếng Việt
web-name = Tiếng Dân

## The residents' chat

web-chat-about = Gửi kiến nghị, phản ánh, khiếu nại, tố cáo tới { $place }.
web-chat-skip = Đến ô viết tin
web-call = Gọi
web-call-label = Gọi điện cho cán bộ, số { $phone }
web-more = Mục khác
web-status-link = Tra cứu bằng mã
web-forget = Xóa khỏi máy này
web-forget-ask = Xóa cuộc trò chuyện này khỏi máy? Xin ghi lại mã theo dõi trước khi xóa. Đơn đã gửi vẫn được Mặt trận giữ và xử lý.
web-no-script = Trang này cần JavaScript để trò chuyện. Ông/bà có thể gọi { $phone }, hoặc đến { $address } ({ $hours }).
web-log = Cuộc trò chuyện
web-below = Xem tiếp
web-write = Viết tin…
web-write-label = Viết tin cho Mặt trận
web-send = Gửi tin
web-attach = Gửi ảnh hoặc tệp
web-camera = Chụp ảnh
web-pick = Chọn ảnh, tệp
web-here = Gửi vị trí
web-no-place = Chưa lấy được vị trí. Ông/bà tả chỗ đó bằng lời giúp.
web-speak = Ghi âm
web-speak-send = Gửi lời nói
web-today = Hôm nay
web-recording = Đang ghi âm
web-no-voice = Chưa ghi âm được. Xin cho phép dùng micrô, hoặc viết bằng lời.
web-voice-name = ghi-am
web-editing = Đang sửa tin vừa gửi
web-edit-stop = Thôi
web-edit = Sửa
web-edited = đã sửa
web-answers = Chọn một câu trả lời
web-bot = Trợ lý
web-you = Ông/bà
web-copy = Chép
web-copied = Đã chép
web-sending = Đang gửi…
web-kept = Chưa gửi được. Tin vẫn giữ ở đây và sẽ tự gửi lại.
web-down = Mất kết nối. Ông/bà cứ viết tiếp: tin được giữ lại và tự gửi khi có mạng.
web-cookies = Trình duyệt đang chặn cookie nên chưa trò chuyện được. Xin cho phép cookie, hoặc gọi { $phone }.
web-too-large = Tệp này lớn quá. Mỗi tệp được tối đa { $mb } MB.
web-not-taken = Tin này chưa nhận được. Xin gửi lại cách khác, hoặc gọi { $phone }.
web-place = Vị trí trên bản đồ
web-step-word = Bước
web-kind-photo = Ảnh
web-kind-video = Video
web-kind-audio = Ghi âm
web-kind-voice = Ghi âm
web-kind-document = Tệp

## Every other page

web-skip = Đến nội dung chính
web-nav = Các trang
web-work = Đơn cần xử lý
web-month = Thống kê
web-leave = Đăng xuất
web-to-work = Về danh sách đơn
web-note-title = Chưa thực hiện được

## The status page

web-status-title = Tra cứu bằng mã
web-status-code = Mã theo dõi
web-status-hint = Mã có dạng TD-7K3M-9QXH, ghi trong tin báo đã nhận.
web-status-look = Tra cứu
web-status-unknown = Chưa thấy mã này. Xin xem lại từng chữ, từng số, hoặc gọi { $phone }.
web-status-too-many = Ông/bà đã thử nhiều mã chưa đúng. Xin chờ một giờ rồi thử lại, hoặc gọi { $phone }.
web-status-little = Trang này chỉ cho biết đơn đang ở bước nào, không cho xem nội dung đơn hay người gửi.
web-status-chat = Gửi ý kiến hoặc bổ sung cho đơn

## Signing in

web-door-title = Vào trang cán bộ
web-door-hello = Chào { $name }. Bấm nút dưới đây để vào trang làm việc trên máy này.
web-door-enter = Vào trang làm việc
web-door-once = Đường dẫn chỉ dùng được một lần. Phiên làm việc kéo dài 8 giờ.
web-link-over = Đường dẫn này đã dùng rồi hoặc đã quá 5 phút. Xin nhắn /console cho bot trong chat riêng để lấy đường dẫn mới.
web-sign-in-how-title = Đăng nhập
web-sign-in-how = Trang này dành cho cán bộ Mặt trận. Để vào, xin nhắn /console cho bot trong chat riêng và bấm đường dẫn bot gửi.
web-signed-out-title = Đã đăng xuất
web-signed-out = Phiên làm việc trên máy này đã kết thúc. Để vào lại, xin nhắn /console cho bot trong chat riêng.
web-too-many-tries = Có quá nhiều lần thử từ địa chỉ này. Xin chờ vài phút rồi thử lại.
web-wrong-host = Trang này chỉ mở được từ địa chỉ chính thức của nó. Xin nhắn /console cho bot để lấy đường dẫn đúng.
web-not-genuine = Biểu mẫu này không còn dùng được. Xin mở lại trang rồi làm lại bước vừa rồi.
web-no-such-case = Không có đơn này, hoặc đơn không thuộc đơn vị của bạn.
web-file-link-over = Liên kết tới tệp này đã hết hạn. Xin mở lại đơn rồi bấm vào tệp một lần nữa.
web-no-such-file = Không có tệp này, hoặc tệp không mở được với quyền của bạn. Với tố cáo, xin mở đơn và ghi lý do trước.

## The work list

web-who-you-are = { $name } · { $role }
web-role-reader = người đọc
web-role-officer = cán bộ xử lý
web-role-confidential = cán bộ được giao tố cáo
web-role-admin = quản trị
web-filters = Lọc danh sách
web-filter-all = Tất cả
web-filter-overdue = Quá hạn
web-filter-today = Đến hạn hôm nay
web-filter-free = Chưa ai nhận
web-filter-mine = Của tôi
web-col-code = Mã
web-col-kind = Loại
web-col-topic = Lĩnh vực
web-col-unit = Đơn vị
web-col-received = Nhận lúc
web-col-due = Hạn
web-col-owner = Người xử lý
web-due-overdue = Quá hạn
web-due-today = Hôm nay
web-urgent = Khẩn
web-nobody = Chưa ai nhận
web-not-shown = (giữ kín)
web-work-empty = Không có đơn nào trong mục này.

## A case

web-facts = Thông tin chung
web-channel-telegram = Telegram
web-channel-zalo_oa = Zalo
web-channel-zalo_bot = Zalo
web-channel-web = trang web
web-channel-email = thư điện tử
web-channel-desk = trực tiếp
web-requests = Người gửi đề nghị
web-want-delete = xóa thông tin
web-want-withdraw = rút đơn
web-want-consent = rút đồng ý
web-want-data = xem dữ liệu của mình
web-want-forced = báo bị ép rút đơn
web-letter = Nội dung đơn
web-where = Nơi xảy ra
web-pin = Tọa độ
web-when = Thời gian
web-concerned = Người, quyết định liên quan
web-minor = Lưu ý
web-minor-yes = Người gửi cho biết chưa đủ 18 tuổi
web-files = Ảnh, giấy tờ
web-file = Tệp
web-file-uncleaned = Máy không gỡ được thông tin ẩn trong tệp này (tên người soạn, máy, ngày giờ): đây là bản gốc, chỉ người được xem người gửi mới mở được. Đừng chuyển tiếp tệp.
web-file-picture = Ảnh kèm đơn
web-sender = Người gửi
web-sender-not-yours = Quyền của bạn không mở được thông tin người gửi.
web-anonymous = Người gửi không để tên.
web-no-name = (không để tên)
web-person-sender = Người gửi
web-person-principal = Người được đại diện
web-person-representative = Người đại diện
web-person-address = Địa chỉ
web-person-contact = Liên hệ
web-person-note = Ghi chú
web-reason-why = Đây là tố cáo. Luật Tố cáo giữ bí mật người tố cáo: mỗi lần mở đều ghi lại ai mở và vì sao.
web-reason = Lý do mở
web-wrong-reason = Xin ghi lý do, ít nhất 10 chữ.
web-open = Mở nội dung
web-not-yours = Nội dung đơn này chỉ cán bộ được giao mới mở được.
web-life = Quá trình
web-life-filed = Người dân gửi đơn
web-life-taken = Nhận xử lý
web-life-guided = Đã hướng dẫn
web-life-forwarded = Đã chuyển
web-life-archived = Đã lưu
web-life-answered = Đã trả lời
web-life-withdrawn = Người gửi rút đơn
web-life-reopened = Mở lại
web-life-registered = Đã vào sổ
web-life-added = Người gửi bổ sung
web-life-signed = Đã có chữ ký
web-life-opened = Mở nội dung
web-life-opened_person = Mở thông tin người gửi
web-life-opened_file = Mở tệp
web-life-refused = Từ chối mở
web-life-asked_delete = Người gửi xin xóa thông tin
web-life-asked_withdraw = Người gửi xin rút đơn
web-life-asked_consent = Người gửi rút đồng ý
web-life-asked_data = Người gửi xin xem dữ liệu
web-life-asked_forced = Người gửi báo bị ép rút
web-life-imported = Nhập từ sổ
web-life-imported_again = Nhập lại từ sổ
web-life-answered_delete = Đã trả lời: xin xóa thông tin
web-life-answered_withdraw = Đã trả lời: xin rút đơn
web-life-answered_consent = Đã trả lời: rút đồng ý
web-life-answered_data = Đã trả lời: xin xem dữ liệu
web-life-answered_forced = Đã trả lời: báo bị ép rút
web-life-other = Cập nhật
web-detail-authority = Cơ quan
web-detail-number = Số
web-detail-on = Ngày
web-detail-words = Lời gửi
web-detail-text = Nội dung
web-detail-reason = Lý do

## The month

web-period = Kỳ
web-period-hint = Ví dụ: 11/2026 hoặc 2026-11, 2026-Q3, 2026-H1, 2026.
web-count = Thống kê
web-month-words = Bằng lời
web-download = Tải { $form }
