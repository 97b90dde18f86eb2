### Chép một cơ sở dữ liệu đang dùng sang máy chủ.

copied-in-use = Đã chép { $rows } dòng, trong đó { $letters } đơn, như đang có lúc này; đã so từng dòng và kiểm tra chuỗi nhật ký. Chương trình vẫn đang chạy nên còn những gì tới sau lúc này. Hãy dừng chương trình, chạy lại đúng lệnh này: chỉ phần mới được chép thêm, nhanh hơn nhiều. Chưa xong thì chưa chạy trên địa chỉ mới được.
storage-copyunfinished = Đây là bản chép chưa xong của một cơ sở dữ liệu đang dùng. Hãy dừng chương trình cũ, rồi chạy lại tiengdan migrate --copy-to với cấu hình cũ; chép xong mới chạy được ở đây.
