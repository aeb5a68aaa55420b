insert into customers (customer_id, name, domain, phone, city, country, industry, employees, annual_revenue) values
    ('K-1001', 'Øresund Optik A/S', 'oresund-optik.example', '+45 55 51 9867', 'København', 'Denmark', 'MEDICAL_DEVICES', 25, 2112500.00),
    ('K-1002', 'Müller & Söhne Bau GmbH', 'mueller-bau.example', '+49 221 55581708', 'Köln', 'Germany', 'CONSTRUCTION', 110, 9295000.50),
    ('K-1003', 'Wójcik Logistik sp. z o.o.', 'wojcik-logistik.example', '+48 42 555 8384', 'Łódź', 'Poland', 'LOGISTICS_AND_SUPPLY_CHAIN', 260, 25999870.00),
    ('K-1004', 'Yıldız Tekstil A.Ş.', 'yildiz-tekstil.example', '+90 232 555 8202', 'İzmir', 'Turkey', 'TEXTILES', 48, null),
    ('K-1005', 'O’Brien Print & Copy Ltd', 'obrien-print.example', '+353 1 555 4107', 'Dublin', 'Ireland', 'PRINTING', 7, 699996.50),
    ('K-1006', 'Παπαδόπουλος Α.Ε.', 'papadopoulos.example', '+30 21 0555 4979', 'Αθήνα', 'Greece', 'COMPUTER_SOFTWARE', 12, 1199994.00),
    ('K-1007', 'Lefèvre Astronautique SARL', 'lefevre-astro.example', '+33 2 55 52 8579', 'Orléans', 'France', 'SPACE_MINING', 3, 253500.00),
    ('K-1008', '田中木工株式会社', 'tanaka-mokko.example', '+81 11 555 8187', '札幌', 'Japan', 'FURNITURE', 12, 1014000.00),
    ('K-1009', 'Núñez Vinos S.L.', 'nunez-vinos.example', '+34 952 555 1414', 'Málaga', 'Spain', 'WINE_AND_SPIRITS', null, 2928000.00),
    ('K-1010', 'Žižka Energie s.r.o.', 'zizka-energie.example', null, 'Brno', 'Czechia', 'RENEWABLES_ENVIRONMENT', 25, null);

insert into people (person_id, customer_id, first_name, last_name, email, phone, job_title) values
    ('P-301', 'K-1001', 'Søren', 'Ørsted', 'soren.orsted@oresund-optik.example', '+45 55 51 3582', 'Indkøb'),
    ('P-302', 'K-1001', 'Åsa', 'Lindgren', 'asa.lindgren@oresund-optik.example', null, null),
    ('P-303', 'K-1002', 'Jürgen', 'Weiß', 'juergen.weiss@mueller-bau.example', '+49 221 55587927', 'Einkauf'),
    ('P-304', 'K-1002', 'Anna', 'Schäfer', 'anna.schäfer(at)mueller-bau.example', null, 'Geschäftsführung'),
    ('P-305', 'K-1003', 'Łucja', 'Wójcik', 'lucja.wojcik@wojcik-logistik.example', '+48 12 555 4250', null),
    ('P-306', 'K-1004', 'Çağlar', 'Yıldız', 'caglar.yildiz@yildiz-tekstil.example', '+90 476 555 9809', 'Muhasebe'),
    ('P-307', 'K-1004', 'İpek', 'Aydın', 'ipek.aydin@yildiz-tekstil.example', null, null),
    ('P-308', 'K-1005', 'Siobhán', 'O’Brien', 'siobhan.obrien@obrien-print.example', '+353 1 555 1920', 'Owner'),
    ('P-309', 'K-1006', 'Ελένη', 'Παπαδόπουλος', 'eleni@papadopoulos.example', null, null),
    ('P-310', 'K-1007', 'Zoë', 'Lefèvre', 'zoe.lefevre@lefevre-astro.example', '+33 4 55 51 2075', 'Présidente'),
    ('P-311', 'K-1008', '花子', '田中', 'hanako.tanaka@tanaka-mokko.example', null, null),
    ('P-312', 'K-1009', 'Ñuño', 'García', 'nuno.garcia@nunez-vinos.example', '+34 952 555 8829', 'Compras'),
    ('P-313', 'K-1010', 'Tomáš', 'Dvořák', 'tomas.dvorak@zizka-energie.example', null, null),
    ('P-314', null, 'Maja', 'Kowalczyk', 'maja.kowalczyk@freelance.example', '+48 42 555 6228', 'Consultant');
