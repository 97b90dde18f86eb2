# Khóa sổ báo cáo
report-closed = Kỳ này đã khóa ngày { $day }. Dấu niêm phong khi khóa: { $seal }
report-corrections = Đính chính kỳ đã khóa liền trước ({ $count } đơn):
report-correction = - { $period }, { $code }: trước { $before }; nay { $after }
report-correction-none = không tính
