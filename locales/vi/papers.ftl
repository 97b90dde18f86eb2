### Lời của những gì in ra: tệp Excel (cơ quan, hài lòng, xu hướng, biểu nhà nước), biểu đồ, văn bản báo cáo.

report-form-unknown = Không có biểu "{ $text }" trong dạng đã chọn. Hãy dùng --format xlsx và một trong 01/TCD, 02/TCD, 01/XLD, 02/XLD, 03/XLD, 04/XLD.
report-short-span = { $first }–{ $last }
check-forms = số trong biểu của Nhà nước khác với số của báo cáo

sheet-authorities = Cơ quan
sheet-satisfaction = Hài lòng
sheet-trend = Xu hướng
sheet-title-authorities = ĐƠN CHUYỂN ĐẾN TỪNG CƠ QUAN VÀ KẾT QUẢ TRẢ LỜI
sheet-title-satisfaction = Ý KIẾN CỦA NGƯỜI GỬI ĐƠN
sheet-title-trend = TIẾP NHẬN VÀ XỬ LÝ ĐƠN QUA 12 KỲ

column-authority = Cơ quan nhận đơn
column-authority-forwarded = Chuyển trong kỳ
column-authority-replied = Phúc đáp trong kỳ
column-authority-urged = Đôn đốc trong kỳ
column-authority-awaited = Chưa phúc đáp cuối kỳ
column-authority-late = Trong đó quá hạn
authority-nameless = (không ghi tên cơ quan)
authority-note = Quá hạn: chưa phúc đáp mà đã qua ngày cuối cùng phải trả lời theo luật hoặc theo hạn Mặt trận đặt ra, tính từ ngày chuyển.
waiting-forward = Từ khi nhận đến khi chuyển ({ $count } đơn): một nửa xong trong { $median } ngày; { $parts }.
waiting-answer = Từ khi chuyển đến khi có phúc đáp ({ $count } đơn): một nửa có trong { $median } ngày; { $parts }.
days-span = { $first }–{ $last } ngày
days-more = từ { $first } ngày

column-survey_asked = Đã hỏi
column-survey_answered = Đã trả lời
column-survey_satisfied = Hài lòng
column-answer_rate = Tỷ lệ trả lời
column-content_rate = Tỷ lệ hài lòng
satisfaction-note = Tỷ lệ trả lời tính trên số người đã hỏi; tỷ lệ hài lòng tính trên số người đã trả lời.
satisfaction-none = Trong kỳ chưa hỏi ý kiến ai.
column-period = Kỳ

column-channels = Nhận trong kỳ, theo kênh
column-channel-in_person = Trực tiếp
column-channel-post = Bưu chính
column-channel-zalo = Zalo
column-channel-telegram = Telegram
column-channel-forwarded = Nơi khác chuyển
column-channel-others = Kênh khác
column-notes = Ghi chú
meaning-channels = Theo cách đơn đến. Trực tiếp gồm đơn giấy nộp tại trụ sở; kênh khác gồm trang web, điện thoại, thư điện tử.

form-number = Biểu số { $form }
form-circular = Ban hành kèm theo { $circular }
form-gap = Cột ({ $column }) nhiều hơn { $parts } là { $missing }: đó là đơn hoặc vụ việc chưa thuộc cột nào trong các cột ấy (đang xem xét, lưu, trả, rút, trùng hoặc tự giải quyết).
form-column-note = Cột ({ $column }): { $note }
form-doubted = Cách đếm ở các cột ({ $columns }) chưa đối chiếu được với văn bản gốc; cần cấp trên xác nhận trước khi nộp.

## Biểu đồ. Dấu | trong tên kỳ là chỗ xuống dòng.

chart-trend = Tiếp nhận và xử lý đơn qua các kỳ
chart-kinds = Đơn nhận trong kỳ, theo loại
chart-topics = Đơn nhận trong kỳ, theo lĩnh vực
chart-units = Đơn nhận trong kỳ, theo đơn vị
chart-to-forward = Từ khi nhận đến khi chuyển đơn
chart-to-answer = Từ khi chuyển đơn đến khi có văn bản phúc đáp
chart-subtitle = { $unit } · { $period }
chart-letters = Số đơn
chart-median = Một nửa trong { $count } đơn xong trong { $median } ngày.
chart-other-units = { $count } đơn vị khác: { $letters } đơn ({ $share }%).
chart-own-topic = — { $name }
chart-own-topics = — : lĩnh vực riêng của đơn vị, đã nằm trong lĩnh vực ngay phía trên.
chart-empty = Không có đơn nào để vẽ trong kỳ này.
chart-month = { $n }|{ $year }
chart-quarter = Q{ $n }|{ $year }
chart-half = { $n ->
        [1] đầu năm
       *[other] cuối năm
    }|{ $year }
chart-told = { $name }: { $values }.

## Văn bản báo cáo (Word)

paper-front = MẶT TRẬN TỔ QUỐC VIỆT NAM
paper-number = Số:        /BC-MTTQ
paper-state = CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
paper-motto = Độc lập - Tự do - Hạnh phúc
paper-day = …………, ngày { $day } tháng { $month } năm { $year }
paper-title = BÁO CÁO
paper-subject = Kết quả tiếp công dân, tiếp nhận và xử lý đơn { $period }
paper-intro = { $unit } báo cáo kết quả tiếp công dân, tiếp nhận và xử lý đơn khiếu nại, tố cáo, kiến nghị, phản ánh { $period } như sau:
paper-part-results = 1. Kết quả
paper-part-table = 2. Đơn theo loại và kết quả xử lý
paper-part-chart = 3. Các kỳ gần đây
paper-kind = Loại đơn
paper-count = { $count }
paper-rest = Kết quả khác
paper-copies = Nơi nhận:
paper-copy-above = - Ban Thường trực cấp trên (để báo cáo);
paper-copy-kept = - Lưu: VT.
paper-on-behalf = TM. BAN THƯỜNG TRỰC
paper-signer = CHỦ TỊCH

report-unit-not-yours = Không hiểu kỳ hoặc đơn vị này, hoặc đơn vị không thuộc phần việc của anh/chị. Ví dụ: /thongke tháng 10, /thongke quý 3, /thongke 1/10-15/11, /thongke 2026 phường Yên Hòa.

## Gửi cho người quản trị khi không ai hỏi

announce-report =
    Kỳ báo cáo vừa kết thúc.
    { $said }
announce-failed = Kỳ báo cáo của { $unit } vừa kết thúc. { $reason }
announce-rehearsal = { $unit }: { $period } kết thúc ngày { $last }. Nếu chốt bây giờ:
announce-line = - { $title } ({ $count }): { $codes }
announce-nothing = - không thấy chỗ nào cần sửa.
announce-lack-untaken = đơn chưa ai nhận
announce-lack-undecided = đơn chưa xác định đủ điều kiện hay không
announce-lack-unsorted = đơn còn ở loại "khác", chưa xử lý
announce-lack-late = đơn quá hạn chưa xử lý
announce-lack-nowhere = đơn đã chuyển mà chưa ghi tên cơ quan nhận
