## Vì sao một ngày không tính được: tiengdan deadline, holidays

uncounted-no-working-day = không có ngày làm việc nào trong { $days } ngày quanh { $day }: xem lại các ngày nghỉ đã khai (tiengdan holidays list)
uncounted-no-such-limit = thời hạn { $days } ngày không tính được
uncounted-beyond-calendar = từ ngày { $day } đếm { $days } ngày thì quá năm 9999: xem lại năm
uncounted-no-such-effect = ngày chỉ có thể là { $allowed }, không phải “{ $given }”
uncounted-not-a-day = “{ $given }” không phải là ngày: viết năm-tháng-ngày, ví dụ 2026-12-30
uncounted-no-such-kind = không có loại đơn “{ $given }”: viết một trong { $allowed }
uncounted-no-such-event = không có sự kiện “{ $given }”: viết một trong { $allowed }
uncounted-no-such-instance = không có lần giải quyết “{ $given }”: viết 1 (lần đầu) hoặc 2 (lần hai)
uncounted-no-rule-in-force = ngày { $day } chưa có quy định nào cho loại đơn { $kind }
uncounted-fixed-by-law = thời hạn “{ $given }” do luật định, đơn vị không tự đặt được
uncounted-not-json = dòng này không phải JSON: viết như {"{"}"kind":"to_cao","event":"received","on":"2026-12-30"{"}"}
uncounted-not-an-object = dòng này phải là một đối tượng JSON: viết như {"{"}"kind":"to_cao","event":"received","on":"2026-12-30"{"}"}
uncounted-missing = thiếu { $names }
uncounted-unknown-names = không hiểu { $names }: chỉ dùng { $allowed }
uncounted-not-a-number = { $name } phải là 1 hoặc 2 (không để trong ngoặc kép), không phải “{ $given }”
uncounted-not-yes-or-no = { $name } phải là true hoặc false (không để trong ngoặc kép), không phải “{ $given }”
uncounted-not-text = { $names } phải là chữ để trong ngoặc kép
uncounted-written-twice = một tên được viết hai lần: chỉ để lại một
