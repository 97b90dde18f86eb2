# Words of the officers' console: the list, the search, a letter, staff, health, the trial's chats.

web-yours = Bạn
web-filter-done = Đã có kết quả
web-filter-go = Lọc
web-all-units = Mọi đơn vị của tôi
web-pages = Các trang của danh sách
web-page-before = Trang trước
web-page-next = Trang sau
web-page-here = Trang { $n }
web-page-of = Trang { $n }/{ $last }
web-search = Tìm đơn
web-search-hint = Mã, họ tên, số điện thoại
web-search-label = Mã đơn, hoặc đúng họ tên, đúng số điện thoại người gửi
web-search-go = Tìm
web-search-words = Tìm trong nội dung đơn
web-search-older = Tìm tiếp các đơn cũ hơn
web-search-audited = Tìm trong nội dung là mở và đọc đơn: mỗi đơn tìm thấy đều ghi lại ai tìm. Đơn tố cáo không bao giờ bị mở khi tìm.
web-search-short = Xin gõ ít nhất 2 chữ.
web-search-found = Tìm thấy { $found } đơn.
web-search-read = Tìm thấy { $found } đơn trong { $read } đơn mới nhất đã đọc.
web-search-none = Không thấy đơn nào. Họ tên và số điện thoại phải gõ đúng từng chữ, có dấu; mã có thể gõ một phần.

web-stale = Đơn này vừa có thay đổi.
web-reload = Tải lại
web-print = In
web-line = Đời lá đơn
web-moves = Việc có thể làm
web-signed = Đơn có chữ ký
web-signed-yes = Đã có
web-openings = Ai đã mở ({ $n })
web-life-found = Tìm thấy khi tìm kiếm
web-act = Xử lý đơn
web-act-back = Về đơn { $code }
web-act-write = Viết vào đây
web-act-or-write = Hoặc viết vào đây
web-act-next = Tiếp tục
web-act-over = Bước này không còn làm được: đã quá lâu hoặc đã làm ở nơi khác. Xin mở lại đơn và bấm lại việc cần làm.

web-people = Cán bộ
web-people-staff = Cán bộ
web-people-units = Đơn vị và nhóm chat
web-people-name = Họ và tên
web-people-role = Vai trò
web-people-chat = Chat riêng
web-people-chats = Nhóm chat
web-people-none = Chưa có
web-people-sessions = { $n ->
    [0] không có phiên nào đang mở
   *[other] { $n } phiên đang mở
}
web-reachable = nhắn được
web-unreachable = không nhắn được
web-second-is-on = đã bật
web-second-is-off = chưa bật
web-second-is-locked = đang tạm khóa
web-people-act = Thao tác
web-people-change = Thay đổi
web-people-sign-out = Đăng xuất mọi máy
web-people-reset-it = Đặt lại hai bước
web-people-revoke = Thu quyền
web-people-restore = Cho làm lại
web-people-pending = Chờ xác nhận
web-people-confirm = Chấp nhận
web-people-refuse = Từ chối
web-people-invite = Mời cán bộ mới
web-people-make = Tạo lời mời
web-people-former = Không còn hoặc chưa làm việc ({ $n })
web-staff-state-revoked = đã thu quyền
web-staff-state-refused = bị từ chối
web-staff-state-invited = đã mời, chưa nhận
web-people-confirmed = Đã chấp nhận. Người này đã được báo trong chat riêng.
web-people-refused = Đã từ chối. Người này đã được báo trong chat riêng.
web-people-revoked = Đã thu quyền. Mọi phiên và đường dẫn của người này hết hiệu lực ngay.
web-people-restored = Đã cho làm việc lại. Tài khoản chat trở lại khi chương trình khởi động lần sau.
web-people-reset = Đã đặt lại xác thực hai bước và đăng xuất người này khỏi mọi máy. Lần sau họ sẽ quét mã mới.
web-people-signed-out = Đã đăng xuất người này khỏi mọi máy.
web-people-not-oneself = Việc này không tự làm cho chính mình được. Xin nhờ người quản trị khác.
web-people-incomplete = Xin ghi họ tên, chọn vai trò và đơn vị.
web-people-word = Lời mời của { $name }, dùng một lần trong { $hours } giờ. Chỉ hiện lúc này:
web-people-word-how = Người được mời nhắn cho bot trong chat riêng: /gan { $word }. Sau đó xin chấp nhận họ ở trang này.

web-health = Tình trạng
web-health-good = Ổn
web-health-good-all = Mọi việc đều ổn.
web-health-bad = Cần xem
web-health-bad-count = { $n } việc cần người quản trị xem.
web-health-note = Lưu ý
web-health-doctor = Xem kỹ hơn, kể cả từng kênh nhắn tin: chạy tiengdan doctor trên máy chủ.

web-trial = Nhóm chat
web-trial-why = Bản chạy thử không nối Telegram hay Zalo. Dưới đây là đúng những tin mà nhóm chat của từng đơn vị, và chat riêng của bạn, sẽ nhận.
web-trial-group = Nhóm { $unit }
web-trial-private = Chat riêng của tôi
web-trial-empty = Chưa có tin nào. Gửi thử một đơn ở trang người dân.
web-people-page = Cán bộ và đơn vị

web-scan = Ảnh chụp hoặc tệp văn bản (chọn được nhiều trang)
web-scan-add = Đính kèm
web-scan-refused = Chưa nhận được tệp: { $why } Xin chọn tệp khác, hoặc bấm nút để đi tiếp không kèm tệp.
web-scan-away = Máy quét vi-rút chưa trả lời nên chưa nhận tệp. Xin thử lại sau ít phút.
web-scan-none = Chưa chọn tệp nào. Xin chọn ảnh hoặc tệp văn bản rồi bấm Đính kèm.
web-scan-large = Các tệp gửi cùng lúc lớn quá mức cho phép. Xin bấm quay lại, chọn tệp nhỏ hơn hoặc gửi từng tệp một; phần đã ghi vẫn còn.
