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
web-close = Khóa kỳ này
web-close-why = Khóa sau khi đã nộp báo cáo: số liệu của kỳ được giữ như lúc nộp, thay đổi về sau được nêu ở kỳ tiếp theo. Chỉ khóa được kỳ đã kết thúc.
web-close-again = Mở lại kỳ này
web-close-again-why = Kỳ mở lại lấy số liệu hiện tại. Việc mở lại và lý do được ghi vào nhật ký.
web-closed-at = Kỳ này đã khóa lúc { $at }.
web-close-done = Đã khóa kỳ.
web-close-undone = Đã mở lại kỳ.
web-close-reason = Xin chọn đơn vị của ông/bà và ghi lý do mở lại (ít nhất 10 chữ), rồi gửi lại.
web-close-twice = Kỳ { $text } đã khóa rồi. Muốn khóa lại, xin mở lại trước.
web-close-not-closed = Kỳ { $text } chưa khóa nên không mở lại được.
web-close-running = Kỳ { $text } chưa kết thúc nên chưa khóa được.
web-close-unproven = Số liệu kỳ { $text } không khớp nên không khóa. Xin báo người phụ trách máy chủ chạy "tiengdan report" cho kỳ này để xem hồ sơ cần sửa.
