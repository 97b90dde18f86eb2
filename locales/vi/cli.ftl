### Lời của dòng lệnh: trợ giúp, lỗi cấu hình, init, doctor, demo.

## Trợ giúp

cmd-root = Tiếng Dân: người dân gửi đơn tới Mặt trận Tổ quốc qua Telegram, Zalo và trang web.
cmd-run = Chạy chương trình theo config.toml.
cmd-demo = Chạy thử ngay trên máy này, không cần token.
cmd-init = Hỏi vài câu, rồi viết config.toml và tệp khóa.
cmd-doctor = Kiểm tra cấu hình, khóa, cơ sở dữ liệu, kênh và việc tồn đọng.
cmd-migrate = Đưa cơ sở dữ liệu lên phiên bản này.
cmd-staff = Cán bộ.
cmd-staff-invite = Tạo từ mời dùng một lần cho một cán bộ (24 giờ).
cmd-audit = Nhật ký hồ sơ.
cmd-audit-verify = Kiểm tra chuỗi nhật ký của mọi hồ sơ.
cmd-classify = Đọc các dòng JSON, đoán loại đơn và lĩnh vực.
cmd-language = Đọc các dòng JSON, đoán ngôn ngữ.
cmd-deadline = Tính hạn theo luật từ một sự kiện.
cmd-holidays = Ngày nghỉ và ngày làm bù.
cmd-holidays-list = Liệt kê ngày nghỉ, ngày làm bù của một năm.
cmd-holidays-add = Thêm một ngày nghỉ (off) hoặc ngày làm bù (work), kèm lý do và văn bản. Hạn đang mở được tính lại.
cmd-report = Báo cáo một kỳ: số đơn theo loại, cấp, đơn vị, lĩnh vực, kênh.
cmd-import = Nhập sổ tiếp công dân, sổ đơn, hoạt động, kiến nghị cử tri từ tệp JSON từng dòng: nhập hết hoặc không dòng nào.
cmd-export = Ghi ra mọi thứ được đếm, đúng dạng của lệnh import; không có nội dung đơn, không có người gửi.
cmd-chat = Trò chuyện thử ngay trong cửa sổ dòng lệnh, như một người dân.
flag-help = Hiện trợ giúp này.
flag-config = Tệp cấu hình (mặc định: config.toml, hoặc biến TIENGDAN_CONFIG).
flag-port = Cổng của trang web.
flag-sample = Số hồ sơ mẫu cần tạo sẵn.
flag-output = Nơi ghi tệp cấu hình.
flag-name = Họ tên cán bộ.
flag-role = Vai: reader (xem), officer (xử lý), confidential (được xem tố cáo), admin (quản trị).
flag-unit = Mã đơn vị; gồm cả các đơn vị bên dưới.
flag-units = Mã đơn vị cán bộ phụ trách (có thể ghi nhiều lần).
flag-kind = Loại đơn.
flag-event = Sự kiện làm thời hạn bắt đầu.
flag-on = Ngày của sự kiện, dạng 2026-11-22.
flag-anonymous = Đơn không rõ tên.
flag-complex = Vụ việc phức tạp.
flag-special = Tố cáo đặc biệt phức tạp.
flag-remote = Vùng sâu, vùng xa.
flag-instance = Lần giải quyết: 1 hoặc 2.
flag-json = In ra JSON.
flag-evaluate = Đánh giá: so đề xuất với nhãn ghi trong từng dòng.
flag-batch = Tệp JSON, mỗi dòng một sự kiện.
flag-day-reason = Lý do, người dân và cán bộ sẽ đọc.
flag-day-source = Văn bản quy định: số, ngày, cơ quan ban hành.
flag-year = Năm.
flag-period = Kỳ: 2026-10, 2026-Q3, 2026-H1, 2026-9M, 2026, hoặc TỪ..ĐẾN.
flag-calendar = Lịch của kỳ: state (15 tháng trước đến 14) hoặc civil (tháng dương lịch).
flag-form = chỉ lấy một biểu của Nhà nước trong tệp Excel: 01/TCD, 02/TCD, 01/XLD, 02/XLD, 03/XLD, 04/XLD
flag-map = tệp TOML nói rõ cột nào là gì trong sổ Excel (không có thì chương trình tự đoán theo tiêu đề)
flag-preview = chỉ xem trước sổ Excel: cột nào thành gì, những dòng đầu, những chỗ sai; không ghi gì
flag-format = Dạng của báo cáo.
flag-out = Nơi ghi báo cáo (mặc định: in ra màn hình). Dạng png: tên tệp .png là một hình gồm mọi biểu đồ, tên khác là thư mục, mỗi biểu đồ một hình.
flag-export-out = Nơi ghi tệp (mặc định: in ra màn hình).
flag-recount = Đọc lại từng hồ sơ để kiểm chứng số đã cộng; lệch thì không in và nêu hồ sơ.
flag-transcript = Phát lại cuộc trò chuyện trong tệp này.

## Cấu hình

config-problem =
    { $file } · { $key }: { $reason }
      Cách sửa: { $fix }
config-unknown = không có mục hoặc khóa này.
    .fix = xem lại chính tả; mọi khóa đều có trong config.example.toml.
config-missing = còn thiếu.
    .fix = thêm khóa này; xem ví dụ trong config.example.toml.
config-choice = giá trị không có trong danh sách.
    .fix = chọn một trong: { $value }.
config-form = viết chưa đúng dạng.
    .fix = xem dạng viết trong config.example.toml.
config-range = ngoài khoảng cho phép.
    .fix = ghi một số { $value }.
config-number = phải là số.
    .fix = ghi một số nguyên, không có dấu nháy.
config-yes-no = phải là đúng hoặc sai.
    .fix = ghi true hoặc false, không có dấu nháy.
config-date = phải là một ngày.
    .fix = ghi dạng 2026-11-22, không có dấu nháy.
config-type = giá trị không đúng kiểu.
    .fix = xem kiểu giá trị của khóa này trong config.example.toml.
config-long = dài quá { $max_length } ký tự.
    .fix = viết ngắn lại; tên lĩnh vực riêng nằm trên một nút bấm.
config-topic-names = lĩnh vực riêng { $value } chưa có tên tiếng Việt.
    .fix = ghi names = { "{" } vi = "…" { "}" } trong [[topics]] đó.
config-topic-twice = mã lĩnh vực { $value } đã có rồi.
    .fix = chọn một mã khác; mã của 11 lĩnh vực có sẵn không dùng lại được.
config-secret-file = không đọc được tệp bí mật { $path }.
    .fix = kiểm tra đường dẫn và quyền đọc của tệp, hoặc ghi thẳng giá trị vào khóa.
config-database-url = địa chỉ cơ sở dữ liệu không dùng được.
    .fix = ghi "sqlite:///var/tiengdan.db" hoặc "postgresql://…".
config-webhook-url = mode = "webhook" cần có địa chỉ webhook.
    .fix = ghi webhook_url = "https://tên-miền/telegram/webhook", hoặc đổi mode = "polling".
config-webhook-secret = mode = "webhook" cần có mật khẩu webhook.
    .fix = ghi webhook_secret gồm 1–256 chữ cái không dấu, chữ số, gạch dưới, gạch ngang.
config-zalo-oa-key = [zalo_oa] thiếu { $value }.
    .fix = điền { $value }; docs/zalo.md nói lấy ở màn hình nào.
config-public-url = địa chỉ công khai phải bắt đầu bằng http:// hoặc https://.
    .fix = ghi ví dụ "https://tiengdan.phuong.gov.vn".
config-staff-chat = nhóm cán bộ viết chưa đúng: { $value }.
    .fix = ghi "telegram:-100…", "zalo_oa:group:…", "zalo_bot:…", "email:ten@…" hoặc "web:…"; cách dễ nhất là gõ /gan trong nhóm.
config-staff-account = tài khoản cán bộ viết chưa đúng: { $value }.
    .fix = ghi "telegram:123456789", "zalo_oa:…", "email:ten@…"; cách dễ nhất là dùng tiengdan staff invite.
config-unit-twice = mã đơn vị { $value } có hai lần.
    .fix = mỗi đơn vị một mã riêng.
config-unit-parent = đơn vị { $value } có parent = "{ $parent }" nhưng không có đơn vị nào mang mã đó.
    .fix = sửa parent, hoặc thêm đơn vị "{ $parent }".
config-unit-roots = phải có đúng một đơn vị trên cùng (không có parent), hiện có: { $value }.
    .fix = ghi parent cho mọi đơn vị trừ một.
config-unit-heir = đơn vị { $value } có heir = "{ $heir }" nhưng thiếu valid_to, hoặc không có đơn vị nào mang mã đó.
    .fix = ghi valid_to là ngày cuối cùng của { $value } và heir là mã của đơn vị tiếp nhận.
config-unit-circle = đơn vị { $value } nằm trong một vòng parent khép kín.
    .fix = sửa parent để mọi đơn vị đi lên tới đơn vị trên cùng.
config-staff-unit = không có đơn vị nào mang mã { $value }.
    .fix = dùng mã của một mục [[units]].
config-file-missing = không thấy tệp cấu hình.
    .fix = chạy "tiengdan init" để tạo, hoặc chỉ rõ bằng --config.
config-file-unreadable = không đọc được tệp cấu hình.
    .fix = kiểm tra quyền đọc; tệp phải là UTF-8.
config-toml = tệp không phải TOML đúng ({ $value }).
    .fix = sửa dòng đó; chuỗi nằm trong dấu nháy kép, mục nằm trong ngoặc vuông.
config-json = dòng này không phải một đối tượng JSON.
    .fix = sửa dòng đó, hoặc tạo lại tệp bằng "tiengdan units import".
config-variable-unknown = biến môi trường không ứng với mục nào.
    .fix = dạng đúng là TIENGDAN_MỤC__KHÓA, ví dụ TIENGDAN_TELEGRAM__TOKEN.
config-test-clock = đồng hồ thử không được dùng khi có kênh nối ra ngoài.
    .fix = bỏ biến TIENGDAN_TEST_CLOCK, hoặc để mọi api_base ở 127.0.0.1.
config-test-clock-file = không đọc được giờ trong tệp đồng hồ thử.
    .fix = ghi vào tệp một thời điểm có múi giờ, ví dụ 2026-11-22T09:00:00+07:00.
config-key-file = không có tệp khóa mà cơ sở dữ liệu đã có dữ liệu.
    .fix = chép lại tệp khóa từ nơi cất giữ; không có khóa thì không mở được hồ sơ nào.
config-elsewhere = đường dẫn trong cấu hình tính từ thư mục đang đứng ({ $here }); ở đó chưa lưu gì, còn hồ sơ nằm ở { $value }.
    .fix = vào thư mục đó rồi chạy lại: cd { $value } — hoặc ghi đường dẫn đầy đủ ở database.url và security.key_file.
config-key-file-none = ở đây chưa lưu gì: chưa có cơ sở dữ liệu, cũng chưa có tệp khóa.
    .fix = chạy "tiengdan run" hoặc "tiengdan import" để tạo lần đầu; nếu hồ sơ ở nơi khác, chỉ đúng tệp cấu hình bằng --config.
config-key-file-server = không có tệp khóa của cơ sở dữ liệu trên máy chủ.
    .fix = nếu đã có hồ sơ, chép lại tệp khóa từ nơi cất giữ; nếu cơ sở dữ liệu còn trống, chạy "tiengdan run" hoặc "tiengdan import" để tạo khóa.

## Lỗi của kho

storage-databaseinuse = Một chương trình khác đang dùng cơ sở dữ liệu này. Hãy dừng chương trình kia trước.
storage-keyfileopen = Người khác trên máy đọc được tệp khóa. Hãy chạy: chmod 600 với tệp khóa.
storage-keyfilebroken = Tệp khóa hỏng hoặc không phải tệp khóa của Tiếng Dân.
storage-schematoonew = Cơ sở dữ liệu do phiên bản mới hơn tạo ra. Hãy cập nhật chương trình.
storage-schemastrange = Cơ sở dữ liệu đã được một bản chương trình khác thay đổi ({ $detail }). Hãy chạy bằng đúng bản đó, hoặc khôi phục từ bản sao lưu.
storage-schemataken = Cơ sở dữ liệu này đã có bảng của chương trình khác, trùng tên với bảng của Tiếng Dân. Hãy dùng một cơ sở dữ liệu riêng. Không có gì bị thay đổi.
storage-schemagap = Cơ sở dữ liệu thiếu bước nâng cấp { $detail }, và bước này không làm được nữa vì các bước sau đã chạy. Không có gì bị thay đổi. Hãy khôi phục từ bản sao lưu.
storage-failed = Kho dữ liệu báo lỗi ({ $name }).
failed-port = Cổng { $port } đã có chương trình khác dùng. Hãy chọn cổng khác, ví dụ: --port { $other }
failed-host = Không mở được địa chỉ { $host }. Hãy xem lại [web] host.

## demo

demo-ready =
    Tiếng Dân đang chạy thử, chỉ trên máy này.

      Người dân gửi đơn   { $address }/
      Tra cứu bằng mã     { $address }/status
      Cán bộ              { $address }/console

    Liên kết đăng nhập cho cán bộ (mỗi liên kết dùng một lần):
demo-link = { "  " }{ $name } ({ $role }): { $url }
demo-role-officer = xử lý đơn
demo-role-confidential = được xem tố cáo
demo-role-admin = quản trị
demo-more =

    Muốn dùng Telegram: xin token của @BotFather, chạy "tiengdan init", rồi "tiengdan run".
    Muốn dùng Zalo: docs/zalo.md; thử ngay: make demo ZALO=1.
    Dữ liệu thử nằm trong { $folder }. Dừng: Ctrl+C.
demo-committee = Ủy ban Mặt trận Tổ quốc Việt Nam thành phố Hà Nội (bản thử)
demo-address = Số 1 phố Ví Dụ, Hà Nội
demo-hours = thứ Hai đến thứ Sáu, 8:00–11:30 và 13:30–17:00
demo-name-officer = Nguyễn Thị Xử Lý
demo-name-confidential = Trần Văn Bảo Mật
demo-name-admin = Lê Thị Quản Trị
demo-filling = Đang tạo { $count } hồ sơ mẫu…
demo-filled = Đã có { $count } hồ sơ mẫu.
demo-filled-before = Đã có hồ sơ từ lần chạy trước; không tạo thêm.

## init

init-exists = { $file } đã có, không ghi đè. Hãy dời tệp cũ đi, hoặc dùng --output để ghi nơi khác.
init-hello = Vài câu hỏi để viết { $file }. Bấm Enter để nhận giá trị trong ngoặc vuông.
init-name = Tên Ủy ban Mặt trận
init-unit = Tên đơn vị hành chính (ví dụ: phường Cầu Giấy)
init-unit-code = Mã đơn vị, không dấu (ví dụ: cau-giay)
init-level = Cấp
init-phone = Điện thoại tiếp dân
init-address = Địa chỉ tiếp dân
init-hours = Giờ làm việc
init-token = Token của bot Telegram (để trống nếu chưa có)
init-public-url = Địa chỉ công khai của trang web (để trống nếu chưa có)
init-done =
    Đã viết { $file } và tệp khóa { $key } (chỉ mình bạn đọc được).
    Hãy cất một bản tệp khóa ở nơi an toàn: mất khóa là mất hồ sơ.
    Chạy: tiengdan run --config { $file }
    Quản trị viên đầu tiên: tiengdan staff invite --name "…" --role admin --unit { $code }, rồi nhắn riêng cho bot từ vừa hiện,
    hoặc gõ từ ấy và thư điện tử của mình ở trang /console/moi.
init-done-zalo = Trước đó, với Zalo: tiengdan zalo connect --config { $file } để xin quyền của OA (docs/zalo.md).
init-email-host = Máy chủ thư (SMTP), để báo việc và gửi đường dẫn đăng nhập cho cán bộ không dùng Telegram (để trống nếu không dùng)
init-email-user = Hộp thư gửi đi (ví dụ: tiengdan@phuong.gov.vn)
init-email-password = Mật khẩu của hộp thư

## doctor

doctor-ok = ✓ { $what }
doctor-bad = ✗ { $what }
doctor-note = • { $what }
doctor-config = Cấu hình đọc được.
doctor-key = Tệp khóa đọc được, chỉ chủ tệp mở được.
doctor-key-missing = Chưa có tệp khóa { $file }. Chạy "tiengdan init", hoặc chép lại từ nơi cất giữ.
doctor-key-open = Người khác đọc được tệp khóa { $file }: chạy chmod 600.
doctor-key-broken = Tệp khóa { $file } hỏng.
doctor-clock = Đồng hồ của máy hợp lý.
doctor-clock-bad = Đồng hồ của máy sai: { $now }. Thời hạn sẽ tính sai; hãy bật đồng bộ giờ (NTP).
doctor-disk = Đĩa còn { $free } MB trống.
doctor-disk-bad = Đĩa chỉ còn { $free } MB trống; cần ít nhất { $least } MB.
doctor-database = Cơ sở dữ liệu mở được, lược đồ { $version }.
doctor-database-old = Lược đồ cơ sở dữ liệu là { $version }, chương trình cần { $needed }: chạy "tiengdan migrate".
doctor-database-bad = Không mở được cơ sở dữ liệu ({ $name }).
doctor-database-none = Chưa có cơ sở dữ liệu; lần chạy đầu sẽ tạo.
doctor-channel = Kênh { $channel } trả lời.
doctor-channel-bad = Kênh { $channel } không trả lời ({ $name }). Xem lại token và đường mạng.
doctor-no-channel = Chưa bật kênh nào ngoài trang web.
doctor-last-event = Tin gần nhất đến lúc { $at }.
doctor-last-event-none = Chưa có tin nào đến.
doctor-outbox = { $count } tin đang chờ gửi, tin cũ nhất chờ { $minutes } phút.
doctor-outbox-empty = Không có tin nào chờ gửi.
doctor-dead = { $count } tin không gửi được và đã để riêng.
doctor-chats = Không gửi được tới một nhóm cán bộ ({ $channel }) của đơn vị { $unit }: { $reason }. Hãy thêm lại bot vào nhóm rồi gõ /gan.
doctor-unrouted = { $count } tin báo chưa có ai để gửi tới: thêm nhóm cán bộ (/gan) hoặc mời cán bộ (tiengdan staff invite).
doctor-officers = Không nhắn riêng được cho { $count } cán bộ: nhờ họ mở lại cuộc trò chuyện với bot.
doctor-chats-ok = Mọi nhóm cán bộ đều gửi được.
doctor-unacknowledged = { $count } hồ sơ quá giờ mà chưa ai nhận.
doctor-acknowledged = Không có hồ sơ nào quá giờ chưa ai nhận.
doctor-no-staff = Đơn vị { $unit } chưa có nhóm cán bộ hay cán bộ nào: đơn sẽ báo lên cấp trên.

## staff, audit, migrate

staff-invited =
    Từ mời của { $name }: { $word }
    Dùng một lần, trong 24 giờ. Cán bộ nhắn riêng cho bot:  /gan { $word }  (trên Zalo: #gan { $word })
    Chỉ có thư điện tử thì mở trang /console/moi và gõ từ này.
    Sau đó một quản trị viên xác nhận thì tài khoản mới có hiệu lực. Quản trị viên đầu tiên không cần ai xác nhận.
staff-unit-unknown = Không có đơn vị nào mang mã { $code }. Các mã đang có: { $known }.
audit-fine = Chuỗi nhật ký của mọi hồ sơ còn nguyên vẹn.
audit-seals = chuỗi chung
audit-broken = Chuỗi nhật ký bị sửa ở { $count } hồ sơ: { $cases }
migrated = Cơ sở dữ liệu đã ở lược đồ { $version }.

## classify, language, deadline, holidays

line-not-json = Dòng { $number } không phải JSON.
line-without-text = Dòng { $number } không có khóa "text" là chữ.
line-too-long = Dòng { $number } quá dài.
line-without-label = Dòng { $number } thiếu "kind", "topic" hoặc "urgent" đúng mẫu.
lines-left-out = Đã bỏ qua { $count } dòng không đọc được.
evaluate-nothing = Chưa có gì để đánh giá.
evaluate-head = { $count } tin, đúng loại { $right }, macro-F1 của loại đơn { $macro }
evaluate-sure = Chắc chắn ở { $share } số tin; trong đó đúng { $right }
evaluate-asked = Phải hỏi lại một câu: { $share }
evaluate-confusion = Bảng nhầm lẫn (hàng: loại đúng; cột: loại máy đề xuất)
evaluate-there = số tin
evaluate-precision = precision
evaluate-recall = recall
evaluate-f1 = F1
evaluate-topics = macro-F1 của lĩnh vực { $macro }
evaluate-without-topic = { $count } tin không ghi lĩnh vực (topic: null): chỉ tính loại đơn.
evaluate-urgent = khẩn cấp
evaluate-calibration = Độ tin cậy máy nói và tỷ lệ đúng thật
evaluate-band = từ { $low }: { $count } tin, máy nói { $said }, đúng { $right }
file-unreadable = Không đọc được tệp { $file }.
deadline-needs = Cần --kind, --event và --on; hoặc --batch với một tệp.
deadline-failed = Không tính được: { $reason }
deadline-none = Không có thời hạn nào bắt đầu từ sự kiện này.
deadline-line = { $due }: { $title } ({ $count } { $unit }; { $article })
deadline-unit-wd = ngày làm việc
deadline-unit-cd = ngày
deadline-line-wrong = Dòng { $line }: { $reason }
deadline-lines-wrong = { $count } dòng không tính được; các dòng khác đã in đúng thứ tự. Sửa những dòng trên rồi chạy lại.
holiday-line = { $day }  { $effect }  { $reason }{ $has_source ->
        [yes] {" "}({ $source })
       *[no] {""}
    }
holiday-off = nghỉ
holiday-work = làm
holiday-needs = Cần lý do (--reason) và văn bản (--source), không để trống.
holiday-added = Đã ghi { $day }: { $effect } (trước đó: { $before }). Lịch phiên bản { $version }. Chương trình đang chạy sẽ tính lại các hạn đang mở trong một phút và báo cán bộ.
holiday-added-same = Đã ghi { $day }: { $effect }, nhưng ngày này vốn đã như vậy ({ $before }). Lịch phiên bản { $version }.

deadline-notice = Báo cho người gửi kết quả xử lý đơn
deadline-to-cao-forward = Chuyển tố cáo tới cơ quan có thẩm quyền và báo người tố cáo
deadline-to-cao-anonymous = Chuyển thông tin tố cáo không rõ tên tới cơ quan có thẩm quyền
deadline-to-cao-inform-sender = Cơ quan nhận chuyển báo lại cho Mặt trận
deadline-to-cao-accept = Cơ quan có thẩm quyền quyết định thụ lý hay không
deadline-to-cao-settle = Giải quyết tố cáo
deadline-to-cao-settle-complex = Giải quyết tố cáo, vụ việc phức tạp
deadline-to-cao-settle-special = Giải quyết tố cáo, vụ việc đặc biệt phức tạp
deadline-to-cao-notify-acceptance = Báo cho người tố cáo việc thụ lý
deadline-to-cao-conclusion = Gửi kết luận nội dung tố cáo
deadline-khieu-nai-accept = Cơ quan có thẩm quyền thụ lý khiếu nại
deadline-khieu-nai-settle = Giải quyết khiếu nại
deadline-khieu-nai-result-to-front = Gửi kết quả giải quyết cho Mặt trận
deadline-khieu-nai-send = Gửi quyết định giải quyết khiếu nại
deadline-khieu-nai-second = Hết hạn khiếu nại lần hai
deadline-khieu-nai-limit = Hết thời hiệu khiếu nại
deadline-kien-nghi-reply = Cơ quan nhận chuyển trả lời Mặt trận (mốc theo dõi)

## chat

flag-channel = Kênh mà cuộc trò chuyện giả làm.
chat-hello = Gõ như người dân nhắn. [Nhãn] là bấm nút, (photo) lời là gửi ảnh, + 7 days là để thời gian trôi. Ctrl+D để dừng.
chat-unplayable = Không chơi được dòng này: { $line }

## zalo

cmd-zalo = Kênh Zalo Official Account: xin quyền nhắn tin.
cmd-zalo-connect = Hiện liên kết xin quyền của Zalo OA, nhận mã, giữ quyền (niêm phong).
flag-zalo = Thử cả Zalo: một trang đóng vai ứng dụng Zalo, ở cổng kế tiếp.
zalo-off = config.toml chưa có [zalo_oa] app_id. docs/zalo.md chỉ từng màn hình.
zalo-no-address = Cần web.public_url (địa chỉ https mà Zalo dẫn về).
zalo-connect =
    1. Địa chỉ này phải có trong ứng dụng Zalo (developers.zalo.me, Official Account, Callback URL):
       { $redirect }
    2. Người quản trị Zalo OA mở liên kết sau, chọn OA và bấm đồng ý:
       { $link }
    3. Chép cả địa chỉ của trang hiện ra sau đó.
zalo-connect-code = Dán địa chỉ (hoặc mã) vào đây
zalo-other-answer = Địa chỉ này không trả lời liên kết vừa hiện. Hãy chạy lại lệnh và dùng liên kết mới.
zalo-refused = Zalo từ chối (mã { $code }). Mã xin quyền chỉ dùng một lần trong 10 phút: hãy chạy lại. Nếu vẫn vậy, xem lại app_id, app_secret và Callback URL; docs/zalo.md có bảng mã lỗi.
zalo-connected = Đã nối với Zalo OA “{ $name }”. Quyền được niêm phong trong cơ sở dữ liệu; chương trình đang chạy tự dùng ngay.
doctor-grant = Quyền nhắn tin qua { $channel } còn { $days } ngày, tự gia hạn khi chương trình chạy.
doctor-grant-none = Chưa có quyền nhắn tin qua { $channel }: chạy "tiengdan zalo connect".
doctor-grant-lost = Zalo đã thu quyền nhắn tin ({ $channel }): chạy "tiengdan zalo connect". Tin gửi đi đang được giữ.
doctor-grant-ending = Quyền nhắn tin qua { $channel } chỉ còn { $days } ngày: chạy chương trình liên tục, hoặc "tiengdan zalo connect".
doctor-spool = { $count } tin của { $channel } đang chờ trên đĩa để vào cơ sở dữ liệu. Chương trình có đang chạy không?
doctor-undelivered = { $count } tin chưa gửi được cho người dân, chờ họ nhắn lại: xem /chuagui.
init-zalo-app-id = App ID của ứng dụng Zalo (để trống nếu chưa có; docs/zalo.md chỉ từng màn hình)
init-zalo-app-secret = App Secret (khóa bí mật của ứng dụng Zalo)
init-zalo-oa-id = OA ID
init-zalo-oa-secret-key = OA Secret Key (khóa ký webhook)
demo-zalo =

      Đóng vai Zalo       { $address }/
      Thư của cán bộ      { $address }/thu

demo-mail-title = Thư của cán bộ (máy chủ thư giả lập)
demo-mail-under = Ở bản thử này cán bộ không có Telegram: có đơn mới thì thư tới đây. Thư chỉ có mã đơn và đường dẫn, không có chữ nào của đơn.
demo-mail-empty = Chưa có thư nào. Hãy gửi thử một đơn.
demo-zalo-oa = Mặt trận phường (bản thử)
demo-zalo-under = Zalo giả lập trên máy này: không có tin nào ra ngoài
demo-zalo-send = Gửi
demo-zalo-write = Nhắn tin
demo-zalo-photo = Gửi ảnh
demo-zalo-place = Gửi vị trí
demo-zalo-people = Ai đang cầm điện thoại
demo-zalo-person = Người
demo-zalo-manager = OA Manager
demo-zalo-manager-help = Cán bộ gõ tay trong OA Manager: máy im 30 phút.
demo-zalo-manager-send = Cán bộ gửi
demo-zalo-by-hand = cán bộ gõ tay
demo-zalo-time = Thời gian của Zalo
demo-zalo-time-help = Sau 7 ngày người dân không nhắn, Zalo không cho gửi nữa.
demo-zalo-day = Tua 1 ngày
demo-zalo-week = Tua 8 ngày
demo-zalo-ties = Quan hệ với OA
demo-zalo-follow = Quan tâm
demo-zalo-unfollow = Bỏ quan tâm
demo-zalo-withdraw = Rút đồng ý dùng dữ liệu
demo-zalo-form = [Biểu mẫu chia sẻ số điện thoại]

# Bản sao và khóa. / Copies and keys.
cmd-backup = Làm bản sao niêm phong của mọi thứ (trừ khóa) trong khi chương trình vẫn chạy, rồi đọc lại để kiểm tra.
cmd-restore = Khôi phục một bản sao vào nơi còn trống.
flag-backup-out = Tệp bản sao (mặc định: một tên theo ngày giờ trong [backup] folder).
flag-backup-recipient = Khóa công khai age của người mở được bản sao; dùng được nhiều lần.
flag-backup-passphrase = Tệp chứa mật khẩu của bản sao.
flag-backup-keys = Cho cả tệp khóa vào bản sao. Ai mở được bản sao thì đọc được mọi đơn.
flag-restore-identity = Tệp khóa riêng age (age-keygen); dùng được nhiều lần.
flag-restore-check = Chỉ đọc và kiểm tra bản sao, không khôi phục.
flag-copy-to = Chép toàn bộ từ SQLite sang một cơ sở dữ liệu PostgreSQL còn trống.
backup-ask = Mật khẩu của bản sao
backup-unsealed = Chưa biết ai được mở bản sao. Hãy đặt [backup] recipients hoặc passphrase_file, hoặc dùng --recipient, --passphrase-file.
backup-exists = Đã có tệp { $file }. Hãy chọn tên khác.
backup-made = Đã làm và đọc lại bản sao { $file }: { $letters } đơn, { $rows } dòng, { $files } tệp.
backup-keys-apart = Khóa không nằm trong bản sao: hãy giữ một bản của tệp khóa ở nơi khác. Không có khóa thì bản sao không đọc được.
backup-keys-inside = Bản sao có cả khóa: ai mở được nó thì đọc được mọi đơn. Hãy cất riêng.
restore-unopened = Hãy nêu cách mở bản sao: --identity TỆP hoặc --passphrase-file TỆP.
restore-checked = Bản sao lúc { $at } còn nguyên vẹn: { $letters } đơn, { $rows } dòng, { $files } tệp.
restore-done = Đã khôi phục bản sao lúc { $at }: { $letters } đơn, { $rows } dòng, { $files } tệp; chuỗi nhật ký nguyên vẹn.
copied = Đã chép { $rows } dòng, trong đó { $letters } đơn; đã so từng dòng và kiểm tra chuỗi nhật ký. Hãy đặt [database] url thành địa chỉ mới rồi chạy lại. Tệp SQLite cũ vẫn còn.
copy-wrong-url = Chỉ chép được từ sqlite:/// sang postgresql://.
storage-databaseaway = Máy chủ cơ sở dữ liệu không trả lời hoặc không cho vào. Hãy xem máy chủ có chạy không, địa chỉ và mật khẩu trong [database] url có đúng không.
storage-sharedconnections = Bộ gom kết nối trước máy chủ cơ sở dữ liệu đưa một kết nối cho nhiều nơi luân phiên (PgBouncer: pool_mode = transaction). Hãy đặt thành session, hoặc ghi thẳng địa chỉ máy chủ trong [database] url.
storage-wrongencoding = Cơ sở dữ liệu trên máy chủ giữ chữ bằng bảng mã { $detail }, không phải UTF8. Hãy tạo lại: CREATE DATABASE … ENCODING 'UTF8' TEMPLATE template0.
storage-wrongkeyfile = Tệp khóa này của một cơ sở dữ liệu khác. Hãy chép đúng tệp khóa về.
storage-backupbroken = Bản sao bị hỏng hoặc không phải của Tiếng Dân. Hãy dùng bản khác.
storage-backupsealed = Bản sao không mở được bằng mật khẩu hoặc khóa này, hoặc phần đầu của nó bị hỏng.
storage-backuptoonew = Bản sao do phiên bản mới hơn tạo ra. Hãy cập nhật chương trình.
storage-wrongrecipient = Người nhận bản sao phải là khóa công khai age, bắt đầu bằng age1.
storage-notempty = Nơi khôi phục hoặc chép tới đã có dữ liệu. Hãy dùng một nơi còn trống; không có gì bị thay đổi.
storage-copydiffers = Bản chép không giống bản gốc nên đã bị bỏ; không có gì bị thay đổi. Hãy chạy tiengdan audit verify trên bản gốc.
config-key-file-apart = không có tệp khóa, và bản sao không chứa khóa.
    .fix = chép tệp khóa từ nơi cất giữ về chỗ này (chmod 600), rồi chạy lại.
doctor-backup = Bản sao gần nhất: { $hours } giờ trước.
doctor-backup-old = Bản sao gần nhất đã { $hours } giờ (cho phép { $most }). Hãy chạy tiengdan backup.
doctor-backup-none = Chưa có bản sao nào. Hãy chạy tiengdan backup.
cmd-key = Khóa của kho dữ liệu.
cmd-key-rotate = Đổi khóa dữ liệu trong khi chương trình vẫn chạy; bị ngắt giữa chừng thì chạy lại để làm tiếp.
key-rotated = Đã niêm phong lại { $rows } dòng và { $files } tệp bằng khóa mới. Hãy cất ngay một bản mới của { $file } ở nơi khác.
key-retired = Khóa cũ nằm trong { $file }: chỉ cần cho các bản sao làm trước lúc này. Hãy chuyển tệp đó tới nơi cất bản sao và khóa, rồi làm một bản sao mới.

flag-public = Bản công bố: không để ai đoán ra người tố cáo (text, json, csv).
cmd-close = Khóa một kỳ đã in; thay đổi về sau hiện thành đính chính ở kỳ kế tiếp.
flag-reopen = Lý do mở lại một kỳ đã khóa.
close-closed = Đã khóa kỳ { $text }.
close-reopened = Đã mở lại kỳ { $text }.
close-twice = Kỳ { $text } đã khóa rồi. Muốn khóa lại, hãy mở lại trước: --reopen "lý do".
close-not-closed = Kỳ { $text } chưa khóa nên không mở lại được.
close-running = Kỳ { $text } chưa kết thúc nên chưa khóa được.
close-unproven = Số liệu kỳ { $text } không khớp nên không khóa. Chạy "tiengdan report" cho kỳ này để xem hồ sơ cần sửa.
storage-outage = Cơ sở dữ liệu không làm việc được ({ $name }): đĩa đầy, tệp bị khóa hay chỉ đọc, hoặc mất kết nối. Hãy chạy tiengdan doctor.

demo-second =
    Bước hai khi mở tố cáo: không cần điện thoại, trang nhập mã ghi sẵn mã lúc đó.
    Muốn thử bằng điện thoại, thêm khóa này vào ứng dụng tạo mã: { $secret }

file-missing = Không thấy "{ $file }". Hãy xem lại đường dẫn.
file-forbidden = Không được phép đọc hoặc ghi "{ $file }". Hãy xem lại chủ và quyền của tệp, thư mục đó.
file-no-room = Hết chỗ trên đĩa khi ghi "{ $file }". Hãy dọn đĩa rồi chạy lại.
disk-no-room = Đĩa đã hết chỗ, nên lệnh này dừng giữa chừng; những gì đã có vẫn còn nguyên. Hãy dọn đĩa rồi chạy lại.
file-failed = Không đọc hoặc ghi được "{ $file }". Hãy xem lại đĩa, thư mục và quyền.
