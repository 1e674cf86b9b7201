/** Texts of the examples in the documentation; made up. */
export const exampleTexts = {
  signatory: 'Giám đốc Sở',
  redirectReason: 'Nội dung là khiếu nại về quyết định hành chính; người gửi được hướng dẫn gửi theo Luật Khiếu nại.',
  answer: 'Sở đã kiểm tra và bố trí kinh phí sửa chữa tuyến đường trong quý I năm 2027.',
  remark: 'Đồng ý với nội dung trả lời.',
  sendBackReason: 'Chưa nêu thời gian hoàn thành; đề nghị bổ sung.',
  withdrawReason: 'Người kiến nghị đề nghị rút vì việc đã được giải quyết tại cơ sở.',
  reopenReason: 'Có tình tiết mới làm thay đổi kết quả giải quyết.',
  title: 'Đề nghị sửa chữa đường liên bản',
  content: 'Đường liên bản hư hỏng nặng sau mưa lũ, học sinh đi lại khó khăn. Đề nghị sớm sửa chữa.',
  name: 'Nguyễn Văn A',
  address: 'Bản Mòng, phường Chiềng Cơi',
} as const;
