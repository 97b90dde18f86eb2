# Khóa sổ báo cáo
