### Các trang: khi không có trang, khi hỏng, lời qua lại trong một đơn.

web-nowhere-title = Không có trang này
web-nowhere = Địa chỉ này không có trang nào. Có thể đường dẫn bị chép thiếu. Xin quay về trang đầu, hoặc gọi { $phone }.
web-broken-title = Trang bị lỗi
web-broken = Máy của chúng tôi vừa gặp lỗi, không phải do ông/bà. Những gì đã gửi trước đó vẫn còn. Xin thử lại sau ít phút; nếu vẫn lỗi, xin gọi { $phone }.
web-to-front = Về trang đầu
web-talk = Trao đổi với người gửi
web-talk-resident = Người gửi
web-life-messaged = Nhắn người gửi
web-life-noted = Ghi chú nội bộ
web-life-called = Đã gọi điện
web-talk-note = nội bộ, người gửi không thấy
web-talk-files = (gửi thêm tệp)
web-alike = Đơn tương tự
web-alike-why = Máy thấy các đơn này có thể nói cùng một việc. Xin mở ra so trước khi gộp.
