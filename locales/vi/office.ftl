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
staff-ask-words-own_matter = Lời báo thụ lý gửi người dân (việc gì, ai giải quyết, khi nào trả lời):
staff-ask-words-returned = Lý do trả lại đơn (người gửi sẽ đọc; nói rõ nên gửi nơi nào):
told-own_matter = Đơn { $code }: việc này thuộc trách nhiệm của chính Mặt trận; Mặt trận thụ lý và sẽ trả lời ông/bà. { $words }
told-returned = Đơn { $code }: Mặt trận trả lại đơn giấy cùng giấy tờ kèm theo, vì: { $words } Có điều mới, ông/bà nhắn /bosung.
web-at-hand = Việc khác tại cơ quan
web-do-nhapdon = Vào sổ một đơn
web-do-tiepdan = Ghi buổi tiếp dân
web-do-hoatdong = Ghi hoạt động
web-do-lichhen = Lịch hẹn tiếp dân
web-do-quahan = Quá hạn, chậm trả lời
web-do-chuagui = Tin chưa tới người gửi
web-do-bangiao = Bàn giao đơn
web-life-assigned = Giao cho cán bộ khác
web-life-raised = Chưa hài lòng, báo đơn vị cấp trên
