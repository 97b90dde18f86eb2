### Các trang: khi không có trang, khi hỏng, lời qua lại trong một đơn.

web-nowhere-title = Không có trang này
web-nowhere = Địa chỉ này không có trang nào. Có thể đường dẫn bị chép thiếu. Xin quay về trang đầu, hoặc gọi { $phone }.
web-broken-title = Trang bị lỗi
web-broken = Máy của chúng tôi vừa gặp lỗi, không phải do ông/bà. Những gì đã gửi trước đó vẫn còn. Xin thử lại sau ít phút; nếu vẫn lỗi, xin gọi { $phone }.
web-to-front = Về trang đầu
web-talk = Trao đổi với người gửi
web-talk-staff = Cán bộ
web-talk-resident = Người gửi
web-talk-open = { $n ->
    [one] { $n } tin
   *[other] { $n } tin
 }
