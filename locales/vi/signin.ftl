# Words of sign-in: sessions, the second step, and what an officer is told of them in their own chat.

web-admins-only = Trang này dành cho người quản trị. Xin quay lại danh sách đơn, hoặc nhờ người quản trị làm giúp.
web-me = Tài khoản
web-sessions = Tài khoản của tôi
web-sessions-where = Máy đang đăng nhập
web-sessions-unknown = Máy không rõ
web-sessions-this = máy này
web-sessions-when = Đăng nhập { $made } · dùng gần nhất { $seen }
web-sessions-others = Đăng xuất mọi máy khác
web-sessions-ended = Đã đăng xuất máy đó. Máy đó phải lấy đường dẫn mới mới vào được.
web-sessions-stranger = Thấy máy lạ? Xin đăng xuất máy đó ngay và báo người quản trị.

web-second-title = Xác thực hai bước
web-second-first = Đây là tố cáo. Trước khi mở, xin nhập mã 6 số trên điện thoại của bạn (xác thực hai bước).
web-second-go = Nhập mã 6 số
web-second-make = Bật xác thực hai bước
web-second-on = Đã bật. Mỗi lần đăng nhập, tố cáo chỉ mở sau khi nhập mã 6 số trên điện thoại.
web-second-off = Chưa bật. Cán bộ được giao tố cáo phải bật thì mới mở được tố cáo.
web-second-why = Người khác có nhặt được đường dẫn hay ngồi vào máy này cũng không mở được tố cáo: cần thêm mã trên điện thoại của bạn.
web-second-app = Cài một ứng dụng tạo mã trên điện thoại, ví dụ Google Authenticator hoặc Microsoft Authenticator.
web-second-scan = Mở ứng dụng, chọn thêm tài khoản, rồi quét hình này:
web-second-picture = Mã QR để thêm tài khoản vào ứng dụng tạo mã
web-second-by-hand = Không quét được? Gõ khóa này vào ứng dụng
web-second-then = Ứng dụng hiện một mã 6 số, đổi sau mỗi 30 giây. Nhập mã đó vào ô dưới đây.
web-second-ask = Mở ứng dụng tạo mã trên điện thoại và nhập mã 6 số của Tiếng Dân.
web-second-code = Mã 6 số
web-second-send = Xác nhận
web-second-passed = Đã xác thực trên máy này. Mã có giá trị đến khi đăng xuất.
web-second-wrong = Mã chưa đúng. Xin xem lại mã đang hiện trên điện thoại; nếu vẫn sai, kiểm tra giờ của điện thoại.
web-second-used = Mã này vừa dùng rồi. Xin chờ mã kế tiếp (tối đa 30 giây) rồi nhập lại.
web-second-locked = Đã nhập sai nhiều lần nên tạm khóa. Xin chờ 15 phút rồi thử lại.
web-second-locked-until = Đã nhập sai nhiều lần nên tạm khóa đến { $at }. Xin chờ rồi thử lại.
web-second-lost = Mất hoặc đổi điện thoại? Xin nhờ người quản trị đặt lại xác thực hai bước ở trang Cán bộ.
web-second-trial = Bản chạy thử không cần điện thoại: mã lúc này là { $code }.
staff-second-made = Xác thực hai bước của bạn vừa được bật trên trang cán bộ. Nếu không phải bạn làm, xin báo ngay người quản trị.
staff-second-locked = Có người vừa nhập sai mã xác thực hai bước của bạn nhiều lần. Việc mở tố cáo tạm khóa đến { $until }. Nếu không phải bạn, xin vào trang cán bộ, mục Tài khoản, đăng xuất máy lạ và báo người quản trị.
