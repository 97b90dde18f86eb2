### Lời của báo cáo: câu tổng hợp, tệp Excel, lỗi của lệnh report và /thongke.

## Kỳ báo cáo

report-day = { $day }/{ $month }/{ $year }
report-period-month = tháng { $n }/{ $year }
report-period-quarter =
    { $n ->
        [1] quý I/{ $year }
        [2] quý II/{ $year }
        [3] quý III/{ $year }
       *[other] quý IV/{ $year }
    }
report-period-half =
    { $n ->
        [1] 6 tháng đầu năm { $year }
       *[other] 6 tháng cuối năm { $year }
    }
report-period-nine-months = 9 tháng năm { $year }
report-period-year = năm { $year }
report-days = { $period } (từ { $first } đến hết { $last })
report-days-span = từ { $first } đến hết { $last }
report-calendar-state = Kỳ của Nhà nước: từ ngày 15 tháng trước đến hết ngày 14.
report-calendar-civil = Tháng dương lịch.

## Câu tổng hợp. Chấm câu và chữ theo văn bản của Mặt trận; số đặt vào đúng chỗ.

report-comma = { ", " }
report-semicolon = { "; " }
report-space = { " " }
report-sentence-visits = đã tiếp { $count } lượt công dân, { $letters }
report-sentence-letters = nhận { $count } đơn{ $levels }{ $kinds }
report-sentence-none = không nhận đơn nào
report-sentence-levels = { " " }({ $parts })
report-sentence-kinds = { ", " }trong đó { $parts }
report-sentence-level = { $level }: { $count } đơn
report-sentence-kind = { $kind }: { $count } đơn
report-sentence-end = { $sentence }.
report-all-forwarded = Các đơn đủ điều kiện đã được xem xét và chuyển đến các cơ quan chức năng có thẩm quyền giải quyết.
report-fates-eligible = Trong { $count } đơn đủ điều kiện: { $parts }.
report-fates-all = Trong { $count } đơn đã nhận: { $parts }.
report-fate-forwarded = chuyển { $count }
report-fate-guided = hướng dẫn { $count }
report-fate-answered = trả lời { $count }
report-fate-returned = trả lại { $count }
report-fate-archived = lưu { $count }
report-fate-withdrawn = người gửi rút { $count }
report-fate-split = tách { $count }
report-fate-duplicate = trùng { $count }
report-fate-own-matter = tự giải quyết { $count }
report-fate-open = đang xem xét { $count }

## Câu về giám sát, phản biện, tiếp xúc, theo lối viết trong báo cáo của Mặt trận.

report-activity-supervision-independent = { $count } đoàn giám sát độc lập
report-activity-community = giám sát đầu tư của cộng đồng: { $parts }
report-activity-works = { $count } công trình
report-activity-violations = { $count } công trình, dự án sai phạm
report-activity-remedied = { $count } đã được khắc phục
report-activity-supervision-joint = phối hợp giám sát { $count } cuộc
report-activity-fields = { ", " }trong đó { $parts }
report-activity-field-trat-tu-xay-dung = lĩnh vực trật tự xây dựng { $count } vụ
report-activity-field-dan-chu-co-so = thực hiện QCDC ở cơ sở { $count } vụ
report-activity-field-dat-dai = quản lý đất đai { $count } vụ
report-activity-field-khac = lĩnh vực khác { $count } vụ
report-activity-held = tổ chức { $parts }
report-activity-social-criticism = { $count } hội nghị phản biện xã hội
report-activity-opinion-meeting = { $count } cuộc góp ý xây dựng Đảng, xây dựng chính quyền
report-activity-dialogue = { $count } hội nghị đối thoại
report-activity-voter-meeting = { $count } cuộc tiếp xúc cử tri
report-activity-explanation-session = { $count } phiên giải trình
report-voter-rate = Tỷ lệ giải quyết kiến nghị cử tri thuộc thẩm quyền cấp { $level }: { $whole },{ $fraction }% ({ $resolved }/{ $count }).

report-heading = { $unit } · { $period }
report-balance = Kỳ trước chuyển sang { $carried } + nhận trong kỳ { $received } = đã xử lý { $handled } + chưa xử lý { $open }.
report-overdue = Quá hạn: { $count }.
report-by-kind = Nhận trong kỳ theo loại: { $parts }.
report-by-level = Nhận trong kỳ theo cấp: { $parts }.
report-by-unit = Nhận trong kỳ theo đơn vị:
report-unit-line = { "  " }{ $name }: { $count }
report-by-topic = Nhận trong kỳ theo lĩnh vực: { $parts }.
report-by-channel = Nhận trong kỳ theo kênh: { $parts }.
report-part = { $name } { $count }
report-checked = Đã kiểm { $count } phép kiểm, tất cả đều khớp.
report-seal = Niêm phong nhật ký hồ sơ: { $seal }
report-seal-none = chưa có

## Tên gọi

report-level-trung_uong = trung ương
report-level-tinh = tỉnh
report-level-thanh_pho = thành phố
report-level-quan = quận
report-level-huyen = huyện
report-level-phuong = phường
report-level-xa = xã
report-level-dac_khu = đặc khu
report-level-khu_dan_cu = khu dân cư

report-kind-to_cao = đơn tố cáo
report-kind-khieu_nai = đơn khiếu nại
report-kind-kien_nghi_phan_anh = đơn kiến nghị, phản ánh
report-kind-khac = đơn khác

report-topic-trat_tu_xay_dung = Trật tự xây dựng
report-topic-dat_dai = Đất đai
report-topic-moi_truong = Môi trường
report-topic-giao_thong_ha_tang = Giao thông, hạ tầng
report-topic-dan_chu_co_so = Dân chủ ở cơ sở
report-topic-an_ninh_trat_tu = An ninh trật tự
report-topic-chinh_sach_xa_hoi = Chính sách xã hội
report-topic-y_te_giao_duc = Y tế, giáo dục
report-topic-can_bo_cong_vu = Cán bộ, công vụ
report-topic-tham_nhung_tieu_cuc = Tham nhũng, tiêu cực
report-topic-khac = Khác

report-channel-telegram = Telegram
report-channel-web = Trang web
report-channel-zalo = Zalo
report-channel-zalo_oa = Zalo OA
report-channel-zalo_bot = Zalo Bot
report-channel-email = Thư điện tử
report-channel-paper = Đơn giấy
report-channel-in_person = Trực tiếp
report-channel-post = Bưu chính
report-channel-phone = Điện thoại
report-channel-forwarded = Nơi khác chuyển đến

## Bảng tính

sheet-summary = Tổng hợp
sheet-units = Đơn vị
sheet-topics = Lĩnh vực
sheet-channels = Kênh nhận
sheet-activities = Hoạt động
sheet-definitions = Cách đếm
sheet-title-summary = TỔNG HỢP TIẾP NHẬN VÀ XỬ LÝ ĐƠN
sheet-title-units = ĐƠN THEO ĐƠN VỊ VÀ LOẠI
sheet-title-topics = ĐƠN NHẬN TRONG KỲ THEO LĨNH VỰC VÀ LOẠI
sheet-title-channels = ĐƠN NHẬN TRONG KỲ THEO KÊNH VÀ LOẠI
sheet-title-activities = GIÁM SÁT, PHẢN BIỆN, TIẾP XÚC VÀ KIẾN NGHỊ CỬ TRI
sheet-title-definitions = CÁCH ĐẾM TỪNG CỘT
sheet-subtitle = Kỳ báo cáo: { $period }. { $calendar }
sheet-footer = Lập lúc { $made } · Niêm phong nhật ký hồ sơ: { $seal }
sheet-page = Trang &P/&N
sheet-balance = Đã kiểm: kỳ trước chuyển sang + nhận trong kỳ = đã xử lý + chưa xử lý; tổng các cấp = tổng các loại = tổng số đơn.

column-number = STT
column-unit = Đơn vị
column-level = Cấp
column-total-row = Tổng cộng
column-topic = Lĩnh vực
column-channel = Kênh nhận
column-term = Cột
column-meaning = Đếm như thế nào
column-visits = Lượt tiếp
column-people = Số người
column-delegations = Đoàn đông người
column-carried_over = Kỳ trước chuyển sang
column-received = Nhận trong kỳ
column-total = Tổng số đơn
column-kinds = Nhận trong kỳ, theo loại
column-kind-to_cao = Tố cáo
column-kind-khieu_nai = Khiếu nại
column-kind-kien_nghi_phan_anh = Kiến nghị, phản ánh
column-kind-khac = Khác
column-eligibility = Theo điều kiện
column-eligible = Đủ điều kiện
column-eligible_matters = Đủ điều kiện (vụ việc)
column-ineligible = Không đủ điều kiện
column-handled = Đã xử lý
column-outcomes = Đã xử lý, theo kết quả
column-forwarded = Chuyển đơn
column-guided = Hướng dẫn
column-answered = Trả lời
column-archived = Lưu
column-withdrawn = Rút đơn
column-returned = Trả đơn
column-split = Tách đơn
column-duplicate = Trùng
column-own_matter = Tự giải quyết
column-urged = Đôn đốc
column-replied = Văn bản phúc đáp
column-resolved = Đã giải quyết
column-joint-fields = Phối hợp giám sát, theo lĩnh vực
column-voters = Kiến nghị cử tri, thẩm quyền cấp { $level }
column-voter_petitions = Kiến nghị
column-voter_petitions_resolved = Đã giải quyết
column-supervision_independent = Đoàn giám sát độc lập
column-supervision_joint = Phối hợp giám sát
column-community_works = Cuộc giám sát đầu tư của cộng đồng
column-works = Công trình được giám sát
column-violations = Công trình, dự án sai phạm
column-remedied = Đã được khắc phục
column-social_criticism = Hội nghị phản biện xã hội
column-opinion_meeting = Cuộc góp ý xây dựng Đảng, chính quyền
column-dialogue = Hội nghị đối thoại
column-voter_meeting = Cuộc tiếp xúc cử tri
column-explanation_session = Phiên giải trình
column-open = Chưa xử lý
column-overdue = Quá hạn
column-marks = Trong số đơn nhận
column-anonymous = Không để tên
column-urgent = Khẩn
column-sum = Cộng

meaning-visits = Lượt công dân được tiếp trong kỳ, theo sổ tiếp công dân.
meaning-people = Số người được tiếp trong kỳ, theo sổ tiếp công dân.
meaning-delegations = Số đoàn đông người được tiếp trong kỳ, theo sổ tiếp công dân.
meaning-carried_over = Đơn nhận trước kỳ mà đến hết ngày cuối trước kỳ vẫn chưa có kết quả, hoặc được mở lại trong kỳ.
meaning-received = Đơn có ngày nhận nằm trong kỳ, tính cả ngày đầu và ngày cuối, giờ Việt Nam.
meaning-total = Kỳ trước chuyển sang + nhận trong kỳ. Cũng bằng đã xử lý + chưa xử lý.
meaning-kinds = Theo loại đơn đang ghi trên hồ sơ. Đơn nhiều nội dung tính theo nội dung chính.
meaning-eligible = Đơn nhận trong kỳ đã được cán bộ xác định đủ điều kiện xử lý. Đơn loại khác không tính vào đây.
meaning-eligible_matters = Số vụ việc của các đơn đủ điều kiện: nhiều đơn về một vụ việc, hoặc trùng nhau, tính một. Một vụ việc có đơn ở nhiều đơn vị chỉ tính một lần ở dòng Tổng cộng.
meaning-ineligible = Đơn nhận trong kỳ đã được xác định không đủ điều kiện, kể cả đơn loại khác.
meaning-handled = Đơn có ngày ra kết quả nằm trong kỳ và đến cuối kỳ không bị mở lại.
meaning-outcomes = Đơn đã xử lý, chia theo kết quả còn hiệu lực lúc cuối kỳ. Cộng các cột kết quả bằng cột Đã xử lý.
meaning-urged = Đơn mà cơ quan thụ lý được đôn đốc trong kỳ; mỗi đơn tính một, dù đôn đốc nhiều lần.
meaning-replied = Đơn có văn bản phúc đáp ghi ngày trong kỳ.
meaning-resolved = Đơn được giải quyết xong trong kỳ, theo ngày ghi trong sổ.
meaning-open = Đơn đã nhận mà đến hết ngày cuối kỳ chưa có kết quả, kể cả đơn mở lại.
meaning-overdue = Đơn xử lý sau hạn, cộng với đơn chưa xử lý đã qua hạn vào cuối kỳ (kỳ đang chạy: tính đến hôm lập).
meaning-anonymous = Đơn nhận trong kỳ mà người gửi chọn không để tên.
meaning-urgent = Đơn nhận trong kỳ có dấu hiệu nguy hiểm đến tính mạng, sức khỏe.
meaning-unit = Mỗi dòng là đơn do chính đơn vị đó giữ, không gồm đơn vị bên dưới; dòng Tổng cộng gồm tất cả.

## Lỗi

report-period-unreadable = Không hiểu kỳ "{ $text }". Hãy ghi như 2026-10, 2026-Q3, 2026-H1, 2026-9M, 2026 hoặc 2026-10-01..2026-10-15.
report-period-unreadable-chat = Không hiểu kỳ báo cáo này. Hãy ghi như 10/2026, quý 3/2026, 6 tháng 2026, 9 tháng 2026, năm 2026 hoặc 01/10/2026..15/10/2026.
report-period-backward = Kỳ "{ $text }" kết thúc trước khi bắt đầu. Hãy ghi ngày đầu trước, ngày cuối sau.
report-period-backward-chat = Kỳ này kết thúc trước khi bắt đầu. Hãy ghi ngày đầu trước, ngày cuối sau.
report-calendar-unknown = Không có lịch "{ $text }". Chọn state (từ ngày 15 tháng trước đến 14) hoặc civil (tháng dương lịch).
report-calendar-unknown-chat = Cấu hình [reports] month phải là state hoặc civil.
report-remark-not-begun = Lưu ý: kỳ này chưa bắt đầu (từ { $first }); số liệu chỉ gồm những gì đã ghi trước.
report-remark-running = Lưu ý: kỳ này đến hết { $last } mới kết thúc; số liệu tính đến hôm nay.
report-remark-before = Lưu ý: { $unit } chưa có trong kỳ này (từ { $day }).
report-remark-former = Số liệu khi đó in theo các đơn vị cũ: { $units }.
report-remark-after = Lưu ý: { $unit } không còn trong kỳ này (đến hết { $day }); chỉ còn số liệu ghi dưới tên cũ.
report-remark-heir = Đơn vị tiếp nhận: { $unit }.
report-unit-unknown = Không có đơn vị nào mang mã "{ $text }".
report-unit-unknown-chat = Không tìm thấy đơn vị của anh/chị trong cấu hình. Nhờ người quản trị xem lại.
report-format-unknown = Không có dạng báo cáo "{ $text }". Chọn text, json, csv, xlsx, docx hoặc png.
report-out-needed = Dạng { $text } cần nơi ghi: thêm --out TÊN-TỆP.{ $text }.
report-out-failed = Không ghi được vào "{ $text }". Hãy xem lại thư mục và quyền ghi.
report-written = Đã ghi báo cáo vào { $text }
report-does-not-add-up = Chưa in được báo cáo kỳ này: số liệu không khớp. Người quản trị chạy lệnh report để xem hồ sơ nào sai.
report-refused = Không in báo cáo: số liệu không khớp. Hãy sửa các hồ sơ dưới đây rồi chạy lại.
report-failed-check = - { $rule }: { $cases }
report-failed-more = { $cases } và { $count } hồ sơ khác
report-failed-where = { $where } (hồ sơ: { $cases })

check-row-unit = đơn vị không có trong danh sách
check-row-kind = thiếu loại đơn hoặc loại đơn không đúng
check-row-topic = thiếu lĩnh vực hoặc lĩnh vực không đúng
check-row-channel = thiếu kênh nhận
check-row-received = ngày nhận không đúng
check-row-due = hạn xử lý không đúng
check-row-outcome = kết quả không đúng hoặc hai nơi ghi khác nhau
check-row-outcome-day = có kết quả mà không có ngày, hoặc có ngày mà không có kết quả
check-row-order = các ngày không theo thứ tự (có kết quả trước khi nhận, mở lại khi chưa xong)
check-row-status = trạng thái không khớp với kết quả
check-row-eligible = đơn loại khác mà ghi là đủ điều kiện
check-row-moved = ngày chuyển đơn sang đơn vị khác không đúng
check-row-watched = ngày đôn đốc, ngày phúc đáp hoặc ngày giải quyết không đúng
check-eligible-kinds = số đơn đủ điều kiện không bằng tổng tố cáo, khiếu nại và kiến nghị, phản ánh
check-register-row = dòng sổ sai (đơn vị, ngày, số hoặc loại)
check-register-fields = phối hợp giám sát có cuộc ghi lĩnh vực, có cuộc không, nên các phần không bằng tổng
check-register-works = công trình sai phạm nhiều hơn công trình đã giám sát, hoặc đã khắc phục nhiều hơn sai phạm
check-balance = kỳ trước + nhận khác với đã xử lý + chưa xử lý
check-balance-all = tổng chung không cân
check-balance-unit = không cân ở một đơn vị
check-balance-level = không cân ở một cấp
check-balance-kind = không cân ở một loại đơn
check-balance-topic = không cân ở một lĩnh vực
check-balance-channel = không cân ở một kênh
check-split-unit = cộng các đơn vị không bằng tổng chung
check-split-level = cộng các cấp không bằng tổng chung
check-split-kind = cộng các loại đơn không bằng tổng chung
check-split-topic = cộng các lĩnh vực không bằng tổng chung
check-split-channel = cộng các kênh không bằng tổng chung
check-tallies = số cộng dồn khác với số đếm lại từ hồ sơ

## Topics that a committee added

report-by-own-topic = Trong đó theo lĩnh vực riêng: { $parts }.
sheet-own-topics = Lĩnh vực riêng
sheet-title-own-topics = ĐƠN NHẬN TRONG KỲ THEO LĨNH VỰC RIÊNG
column-own-topic = Lĩnh vực riêng
column-under-topic = Thuộc lĩnh vực
