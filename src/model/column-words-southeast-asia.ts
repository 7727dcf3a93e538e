// Column words of Vietnamese, Indonesian and Malay, and Thai.

import type { ColumnWords } from "./column-words.js";

export const vietnameseWords = (): ColumnWords => ({
  topic: `chủ đề, môn học, kỹ năng, kĩ năng, khóa học, bài học, khái niệm, công nghệ, công cụ, sách, cuốn sách, chương,
    dự án, nhiệm vụ, công việc, hoạt động, chứng chỉ, kỳ thi, nội dung, nội dung học, nội dung công việc, nội dung chính, cột
    mốc, tính năng, yêu cầu, bài viết, kiến thức, bài giảng, đề tài, việc cần làm, hạng mục, bài thực hành, đào tạo, chuyên đề,
    chức năng, đầu việc, mục, hành động`,
  problem: "bài tập, bài toán, câu hỏi, vấn đề, thử thách",
  title: "tiêu đề, tên sách",
  name: "tên, tên gọi",
  section: "module, mô đun, học phần, lĩnh vực, phần, đơn vị, mảng, phạm vi, khối",
  component:
    "ngôn ngữ, ngôn ngữ lập trình, tập tin, tệp, thành phần, thư viện, dịch vụ, hệ thống, mục tiêu, thói quen, màn hình, sự kiện, tiêu chí, hạng mục kiểm tra",
  phase: "giai đoạn, tuần, tháng, bước, cấp độ, mức độ, quý, học kỳ, buổi, chặng, sprint, trình độ",
  started: "bắt đầu, ngày bắt đầu, thời gian bắt đầu, khởi đầu, từ ngày",
  finished: "kết thúc, ngày kết thúc, ngày hoàn thành, thời gian kết thúc, thời gian hoàn thành, ngày xong, đến ngày",
  due: "hạn, hạn chót, thời hạn, ngày hết hạn, hạn hoàn thành, hạn nộp, ngày đến hạn, ngày dự kiến, dự kiến hoàn thành, ngày dự kiến hoàn thành",
  comments: "ghi chú, nhận xét, bình luận, chú thích, lưu ý, ví dụ, ghi chép",
  description: "mô tả, chi tiết, tóm tắt, giải thích, trọng tâm, mục đích, diễn giải",
  status: "trạng thái, tình trạng, trạng thái hiện tại, trạng thái học, trạng thái hoàn thành",
  situation: "tình hình",
  percent: "tiến độ, phần trăm, tỷ lệ hoàn thành, tỉ lệ hoàn thành, tiến trình, mức độ hoàn thành, % hoàn thành",
  priority: "ưu tiên, độ ưu tiên, mức độ ưu tiên, mức ưu tiên, tầm quan trọng, độ quan trọng",
  "depends-on": "phụ thuộc, phụ thuộc vào, điều kiện tiên quyết, tiên quyết, môn tiên quyết, kiến thức cần có, sau khi",
  resources:
    "tài liệu, nguồn, tài nguyên, liên kết, đường dẫn, tham khảo, tài liệu tham khảo, tài liệu học tập, học liệu, nguồn học, nền tảng, giáo trình",
  deliverables: "sản phẩm, sản phẩm bàn giao, bàn giao",
  outcome: "kết quả, đầu ra, kết quả mong đợi, kết quả đạt được",
  proof: "bằng chứng, minh chứng, bằng chứng công việc",
  artifact: "lời giải, bài giải, giải pháp, giấy chứng nhận, kho mã",
  check: "hoàn thành, đã hoàn thành, xong, đã xong, đã học, đã làm, đã đọc, đánh dấu",
  date: "ngày, thời điểm, ngày cập nhật, cập nhật, cập nhật lần cuối, ngày tháng, ngày học",
  day: "ngày thứ, số ngày",
  id: "stt, số, mã, mã số, số thứ tự, mã bài",
  category: "loại, danh mục, phân loại, nhóm, thể loại, độ khó, nhãn, kiểu, dạng bài, mức độ nghiêm trọng",
  estimate: "thời gian, thời lượng, số giờ, giờ, thời gian dự kiến, ước lượng, ước tính, điểm, số trang, tín chỉ, phút",
  person: "người phụ trách, phụ trách, người thực hiện, tác giả, giảng viên, người chịu trách nhiệm, giáo viên",
  symbol: "ký hiệu, kí hiệu, biểu tượng, màu, màu sắc, chú giải",
  metric: "chỉ số, chỉ tiêu, thống kê, số liệu, thông số",
  property: "bắt buộc, tùy chọn, miễn phí, khuyến nghị, hỗ trợ, có sẵn, cần thiết, quan trọng",
  meaning: "ý nghĩa, nghĩa",
  count: "tổng, tổng số, tổng cộng, số lượng, còn lại",
});

/** Indonesian, and Malay where it differs. */
export const indonesianWords = (): ColumnWords => ({
  topic: `materi, topik, keterampilan, keahlian, kemampuan, mata pelajaran, mata kuliah, pelajaran, kursus, kelas, tugas, konsep,
    teknologi, alat, buku, bab, proyek, kegiatan, aktivitas, sertifikasi, ujian, pelatihan, konten, isi, tonggak, tonggak
    pencapaian, fitur, kebutuhan, artikel, pengetahuan, bacaan, kompetensi, pekerjaan, subtopik, sub topik, pembahasan, pokok
    bahasan, kemahiran, projek, tugasan, kandungan, subjek, tema, mata latihan, hal yang dipelajari, materi belajar, bahasan, tindakan, aksi`,
  problem: "soal, masalah, latihan, latihan soal, pertanyaan, tantangan, soalan, cabaran",
  title: "judul, judul buku, tajuk",
  name: "nama",
  section: "modul, unit, bidang, bagian, area, blok, ranah, bahagian, domain",
  component:
    "bahasa, bahasa pemrograman, berkas, komponen, pustaka, layanan, sistem, sasaran, target belajar, kebiasaan, tujuan belajar, halaman, acara, matlamat, dokumen, fungsi, kriteria, pemeriksaan",
  phase:
    "minggu, fase, tahap, tahapan, bulan, langkah, tingkat, tingkatan, level, pekan, semester, kuartal, sesi, minggu ke, pertemuan, peringkat",
  started: "mulai, tanggal mulai, dimulai, tgl mulai, waktu mulai, awal, mula, tarikh mula, mulai tanggal",
  finished:
    "tanggal selesai, tgl selesai, tanggal berakhir, berakhir, akhir, waktu selesai, tanggal akhir, tarikh tamat, tamat, tarikh selesai",
  completed: "selesai",
  due: "tenggat, tenggat waktu, batas waktu, jatuh tempo, target selesai, tanggal target, target tanggal, batas akhir, tarikh akhir, tarikh luput",
  comments: "catatan, komentar, tanggapan, contoh, ulasan, catatan belajar, nota",
  description: "deskripsi, keterangan, rincian, detail, penjelasan, ringkasan, tujuan, fokus, penerangan",
  status:
    "status, keadaan, status belajar, status saat ini, status progres, status pembelajaran, status pengerjaan, status penyelesaian",
  situation: "kondisi, situasi",
  percent:
    "progres, kemajuan, persentase, persen, perkembangan, tingkat penyelesaian, progres belajar, peratus, peratusan, % selesai",
  priority: "prioritas, tingkat prioritas, kepentingan, urgensi, keutamaan",
  "depends-on":
    "bergantung pada, ketergantungan, tergantung pada, prasyarat, membutuhkan, setelah, syarat, prasyarat materi",
  resources:
    "sumber, sumber daya, sumber belajar, bahan, referensi, tautan, rujukan, pautan, sumber materi, bahan ajar, bahan belajar, situs",
  deliverables: "keluaran proyek, produk, serahan",
  outcome: "hasil, luaran, keluaran, hasil belajar, capaian, hasil yang diharapkan, capaian pembelajaran",
  proof: "bukti, bukti kerja, bukti pengerjaan",
  artifact: "solusi, jawaban, sertifikat, repositori, pembuktian, sijil, penyelesaian",
  check: "sudah selesai, sudah, tuntas, dikuasai, dibaca, ditonton, dipelajari, centang, siap, ceklis, cek",
  date: "tanggal, tgl, kapan, terakhir diperbarui, diperbarui, tarikh",
  day: "hari, hari ke",
  id: "nomor, no, kode, urutan, bil, nombor, kod",
  category:
    "kategori, jenis, tipe, kelompok, tingkat kesulitan, kesulitan, golongan, grup, klasifikasi, kesukaran, tingkat keparahan",
  estimate:
    "waktu, durasi, jam, estimasi, estimasi waktu, perkiraan waktu, lama, menit, poin, jumlah jam, halaman buku, sks, masa, tempoh",
  person:
    "penanggung jawab, penanggungjawab, penulis, pengajar, instruktur, guru, dosen, pemilik, pelaksana, pengarang, siapa",
  symbol: "simbol, ikon, lambang, tanda, warna, legenda",
  metric: "metrik, indikator, statistik, ukuran, parameter, penunjuk",
  property: "wajib, opsional, gratis, disarankan, tersedia, didukung, penting, diperlukan, percuma",
  meaning: "arti, makna, maksud",
  count: "jumlah, total, banyaknya, sisa",
});

export const thaiWords = (): ColumnWords => ({
  topic: `หัวข้อ, ทักษะ, วิชา, รายวิชา, คอร์ส, หลักสูตร, บทเรียน, งาน, แนวคิด, เทคโนโลยี, เครื่องมือ, หนังสือ, บท, โครงการ, โปรเจกต์, กิจกรรม,
    ใบรับรองวิชาชีพ, การสอบ, เนื้อหา, หัวข้อที่เรียน, หัวเรื่อง, เรื่อง, รายการ, ภารกิจ, หลักชัย, ฟีเจอร์, ความต้องการ, บทความ, ความรู้, การบ้าน,
    สิ่งที่ต้องทำ, สิ่งที่ต้องเรียน, หัวข้อย่อย, ข้อกำหนด, การดำเนินการ`,
  problem: "โจทย์, แบบฝึกหัด, ปัญหา, คำถาม, ข้อสอบ",
  title: "ชื่อเรื่อง, ชื่อหนังสือ",
  name: "ชื่อ",
  section: "โมดูล, หน่วย, หน่วยการเรียนรู้, หมวด, ส่วน, ด้าน, ขอบเขต, สาขา",
  component: "ภาษา, ไฟล์, คอมโพเนนต์, ไลบรารี, บริการ, ระบบ, เป้าหมาย, นิสัย, วัตถุประสงค์, หน้าจอ, ฟังก์ชัน, เกณฑ์, รายการตรวจสอบ",
  phase: "ระยะ, เฟส, สัปดาห์, สัปดาห์ที่, เดือน, ขั้นตอน, ขั้น, ระดับ, ไตรมาส, ภาคเรียน, ครั้งที่, สปรินต์, ช่วง",
  started: "เริ่ม, วันที่เริ่ม, วันเริ่ม, เริ่มต้น, วันที่เริ่มต้น, วันเริ่มต้น",
  finished: "สิ้นสุด, วันที่สิ้นสุด, วันสิ้นสุด, วันที่เสร็จ, วันที่เสร็จสิ้น, วันเสร็จ, จบ, วันที่จบ",
  due: "กำหนดส่ง, ครบกำหนด, วันครบกำหนด, วันที่ครบกำหนด, กำหนดเสร็จ, กำหนดการ, วันกำหนดส่ง, เดดไลน์",
  comments: "หมายเหตุ, บันทึก, ความคิดเห็น, ความเห็น, โน้ต, ข้อสังเกต, ตัวอย่าง",
  description: "คำอธิบาย, รายละเอียด, สรุป, อธิบาย, จุดเน้น",
  status: "สถานะ, สภาพ, สถานะปัจจุบัน, สถานะการเรียน",
  situation: "สถานการณ์",
  percent: "ความคืบหน้า, ความก้าวหน้า, เปอร์เซ็นต์, ร้อยละ, เปอร์เซ็นต์ความคืบหน้า",
  priority: "ลำดับความสำคัญ, ความสำคัญ, ความเร่งด่วน",
  "depends-on": "ขึ้นอยู่กับ, ข้อกำหนดเบื้องต้น, ความรู้พื้นฐานที่ต้องมี, วิชาบังคับก่อน, ต้องเรียนก่อน, หลังจาก",
  resources: "แหล่งข้อมูล, แหล่งเรียนรู้, ทรัพยากร, ลิงก์, ลิงค์, เอกสาร, เอกสารอ้างอิง, อ้างอิง, สื่อการเรียน, แพลตฟอร์ม, แหล่งที่มา",
  deliverables: "ผลงาน, ชิ้นงาน, สิ่งส่งมอบ",
  outcome: "ผลลัพธ์, ผลการเรียนรู้, ผลที่ได้",
  proof: "หลักฐาน, หลักฐานการทำงาน",
  artifact: "เฉลย, วิธีทำ, ใบรับรอง, ใบประกาศนียบัตร, ประกาศนียบัตร",
  check: "เสร็จ, เสร็จแล้ว, เสร็จสิ้น, ทำแล้ว, เรียนแล้ว, อ่านแล้ว, ผ่าน, สำเร็จ",
  date: "วันที่, เมื่อไหร่, อัปเดตล่าสุด, อัพเดตล่าสุด",
  day: "วัน, จำนวนวัน",
  id: "ลำดับ, ลำดับที่, เลขที่, รหัส, หมายเลข, ที่",
  category: "หมวดหมู่, ประเภท, ชนิด, กลุ่ม, ความยาก, ระดับความยาก, แท็ก, ความรุนแรง",
  estimate: "เวลา, ระยะเวลา, ชั่วโมง, จำนวนชั่วโมง, เวลาโดยประมาณ, นาที, จำนวนหน้า, หน่วยกิต, คะแนน",
  person: "ผู้รับผิดชอบ, เจ้าของ, ผู้เขียน, ผู้สอน, อาจารย์, ผู้แต่ง",
  symbol: "สัญลักษณ์, ไอคอน, สี, เครื่องหมาย",
  metric: "ตัวชี้วัด, สถิติ, ตัวบ่งชี้",
  property: "จำเป็น, บังคับ, ฟรี, แนะนำ, รองรับ, ทางเลือก, สำคัญ",
  meaning: "ความหมาย",
  count: "รวม, จำนวน, ทั้งหมด, คงเหลือ",
});
