# Reaching people: news delivered or not, staff without Telegram, e-mail, groups on Zalo.

web-life-delivered = News reached the sender
