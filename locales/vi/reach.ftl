# Đến được với người: tin gửi được hay chưa, cán bộ không dùng Telegram, thư điện tử, nhóm Zalo.

web-life-delivered = Tin đã tới người gửi
