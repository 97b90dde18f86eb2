# Gõ lệnh sai: nói rõ sai ở đâu và cách gõ đúng.

usage-choice = { $option }: không có giá trị ấy; chọn một trong: { $choices }.
usage-value = { $option }: giá trị không đọc được.
usage-file = { $option }: không thấy tệp này, hoặc không đọc được. Hãy xem lại đường dẫn.
usage-value-missing = { $option }: còn thiếu giá trị đi sau.
usage-option-unknown = Không có tùy chọn { $option }.
usage-missing = Còn thiếu { $option }.
usage-command = Không có lệnh { $text }.
usage-extra = Lệnh gõ thừa hoặc thiếu phần.
usage-help = Xem cách dùng: { $command } --help
answers-ended = Còn câu hỏi mà không có câu trả lời; lệnh dừng ở đây. Hãy chạy lại lệnh này ngay trong cửa sổ dòng lệnh.
stopped-by-hand = Đã dừng theo yêu cầu (Ctrl-C).
