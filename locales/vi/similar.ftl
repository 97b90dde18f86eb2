## Letters about the same thing

receipt-voices = { $n } người khác cũng đã phản ánh việc này. Cán bộ có thể gộp lại để theo dõi và trả lời chung; phản ánh của ông/bà vẫn được tính riêng.
staff-similar = Có thể cùng một việc với: { $codes }. Xin mở ra so trước khi gộp.
