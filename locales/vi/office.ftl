## Việc của cán bộ với một đơn: điều bổ sung, nơi xảy ra, điều kiện đã có

staff-pin = vị trí trên bản đồ: https://www.google.com/maps?q={ $latitude },{ $longitude }
staff-added-count = Người gửi đã bổ sung { $n } lần; xem: /traodoi { $code }
staff-check-has = Trong lời đơn, phần bổ sung hoặc giấy đã có điều nào còn thiếu ở trên thì bấm để đánh dấu.
opt-has_name = Đã có họ tên
opt-has_address = Đã có địa chỉ
opt-has_contact = Đã có liên hệ
opt-has_concerned = Đã nêu rõ ai
opt-has_violator = Rõ người vi phạm
opt-has_documents = Đã có giấy tờ
web-pin-at = { $latitude }, { $longitude } – https://www.google.com/maps?q={ $latitude },{ $longitude }
split-seen = Máy đọc trong đơn: { $matters }.
split-matter = { $kind } ({ $topic })
split-ask-topic = Lĩnh vực của phần “{ $kind }”?
split-proposed = Máy đề xuất: { $topic }.
staff-stray = Bạn nhắn ngoài câu hỏi, nên tôi chưa ghi gì. Làm việc với đơn: /viec, hoặc nhắn mã đơn. Gửi đơn của chính mình: bấm nút bên dưới rồi nhắn lại.
