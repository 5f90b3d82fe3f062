// swift-format-ignore-file
// Written by GoldenFrameTests; see there.
let goldenFrames: [String: String] = [
    "80x24 english styled": ##"""
  EXERCISE    ▲P1 2 04:12!   ◆P2 3 09:58   Patrol 7/11   alerts ● 3    19:32:07
~abbbbbbbbbbaaacccccaccccccaaadddddadddddaaaeeeeeeeffffaaaeeeeeeecccaaaaffffffffa
 1 Dispatch 14   2 Patrol 7/11   3 QRU 4/6   4 Alerts 3   5 Activity   6   7
~ggggggggggggggghiiiiiiiiiiiiiiihiiiiiiiiiiihjjjjjjjjjjjjhiiiiiiiiiiiihiiihiiihhh
  PRI▼     AGE  NO.   STAGE    TYPE              PLACE          BEAT UNITS
~hhkkkkhhhhhiiiihiiihhhiiiiihhhhiiiihhhhhhhhhhhhhhiiiiihhhhhhhhhhiiiihiiiiihhhhhh
▸ ▲ P1   04:12! #4821 waiting  Robbery in progr… Mission St / … B07  –         │
~llmmmmlllmmmmmmlnnnnnllllllllllgggggggggggggggggllllllllllllllllnnnllnllllllllli
  ▲ P1   00:41  #4822 waiting  Officer needs as… Ferry Plaza    B01  –         │
~hhoooohhhhhhhhhhiiiiihhhhhhhhhhppppppppppppppppphhhhhhhhhhhhhhhhiiihhihhhhhhhhhi
  ▲ P1   06:30  #4823 on scene Structure fire, … Balceta Ave 0… B39  3A12 Q2   │
~hhoooohhhiiiiihhiiiiihqqqqqqqqhppppppppppppppppphhhhhhhhhhhhhhhhiiihhrrrrrrrhhhi
  ◆ P2   09:58  #4824 waiting  Traffic collisio… Lombard St / … B16  –         │
~hhjjjjhhhjjjjjhhiiiiihhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhiiihhihhhhhhhhhi
  ◆ P2   05:44  #4826 waiting  Intrusion alarm,… Market St 700… B03  –         │
~hhjjjjhhhhhhhhhhiiiiihhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhiiihhihhhhhhhhhi
  ◆ P2   04:20  #4827 waiting  Missing child, 6… Zoo Rd, north… B19  –         │
~hhjjjjhhhhhhhhhhiiiiihhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhiiihhihhhhhhhhhi
  ◆ P2   07:03  #4825 assigned Fight, two groups 解放公园路 12… B05  ⚠1/2 3A07 │
~hhjjjjhhhiiiiihhiiiiihrrrrrrrrhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhiiihhjjjjjrrrrhi
  ◆ P2   02:15  #4828 assigned Crowd pressure, … Stadium        B12  ⚠1/2 +2   │
~hhjjjjhhhiiiiihhiiiiihrrrrrrrrhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhiiihhjjjjjrrhhhi
    P3   21:40  #4829 waiting  Noise, third call Valencia St …  B07  –         │
~hhhhhhhhhhhhhhhhiiiiihhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhiiihhihhhhhhhhhi
    P3   18:02  #4830 waiting  Dispute, grade y… Sunset Commun… B22  –         │
~hhhhhhhhhhhhhhhhiiiiihhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhiiihhihhhhhhhhhi
    P3   12:11  #4832 waiting  Vehicle theft re… Geary Blvd …   B14  –         │
~hhhhhhhhhhhhhhhhiiiiihhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhiiihhihhhhhhhhhi
    P3   16:37  #4831 on scene Shoplifting, held Stonestown     B20  3A33      │
~hhhhhhhhhiiiiihhiiiiihqqqqqqqqhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhiiihhrrrrhhhhhhi
    P4   27:45  #4833 held 14m Parking, blocked… Noe St 400 bl… B07  –
~hhhhiihhhiiiiihhiiiiihiiiiiiiihiiiiiiiiiiiiiiiiihiiiiiiiiiiiiiihiiihhihhhhhhhhhh
  ▼ 1 more
~hhiiiiiiiihhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhh
─ #4821 Robbery in progress ────────────────────────────────────────────────────
~spppppppppppppppppppppppppppssssssssssssssssssssssssssssssssssssssssssssssssssss
  ▲ P1  waiting 04:12  limit 3:00, over by 1:12                               │
~hhoooohhhhhhhhhhooooooooooooooooooooooooooooooohhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhih
  Mission St / 16th St  ·  B07  ·  received 19:27:55                          │
~hhppppppppppppppppppppiiiiiiiiiiiiiiiiiiiiiiiiiiiiiihhhhhhhhhhhhhhhhhhhhhhhhhhih
  19:29:30 2nd call 店员: 两名男子持刀，抢走收银机现金
~hhiiiiiiiiijjjjjjjjjiiiiiipppppppppppppppppppppppppppphhhhhhhhhhhhhhhhhhhhhhhhhh
  Reports 2
~hhiiiiiiiiihhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhh
  19:27:55 Mrs. Chen: two men with a knife at the corner shop, one ran north
~hhiiiiiiiiiiiiiiiiiiiipppppppppppppppppppppppppppppppppppppppppppppppppppppphhhh
 a assign  Enter open  Space mark  / filter  : command  ! next alert  u undo
~afaeeeeeeaafffffaeeeeaafffffaeeeeaafaeeeeeeaafaeeeeeeeaafaeeeeeeeeeeaafaeeeeaaaa
a = strip
b = mode.exercise
c = #ff7f50 on #1b232c bold
d = strip.warning
e = strip.label
f = strip.strong
g = #f2f5f7 on #22303d bold
h = text
i = text.dim
j = priority.p2
k = header.sorted
l = button
m = #ff7f50 on #22303d bold
n = #84909d on #22303d
o = priority.p1
p = text.strong
q = stage.onscene
r = text.link
s = border
"""##,
    "80x24 chinese styled": ##"""
  演练   ▲一级 2 04:12!  ◆二级 3 09:58  巡逻 7/11  快反 4/6  告警 ● 3  19:32:07
~abbbbbbaacccccccaccccccaadddddddadddddaaeeeeeffffaaeeeeefffaaeeeeecccaaffffffffa
 1 调度 14   2 巡逻 7/11   3 快反 4/6   4 告警 3   5 动态   6 数据源   7
~ggggggggggghiiiiiiiiiiiiihiiiiiiiiiiiihjjjjjjjjjjhiiiiiiiihiiiiiiiiiihiiihhhhhhh
  等级▼     时长  编号  阶段     类型            地点           巡区 警力
~hhkkkkkhhhhhiiiiihiiiihhiiiihhhhhiiiihhhhhhhhhhhhiiiihhhhhhhhhhhiiiihiiiihhhhhhh
▸ ▲ 一级   04:12! #4821 待派     抢劫正在发生    Mission St / … B07  –         │
~llmmmmmmlllmmmmmmlnnnnnllllllllllgggggggggggglllllllllllllllllllnnnllnllllllllli
  ▲ 一级   00:41  #4822 待派     民警求助        Ferry Plaza    B01  –         │
~hhoooooohhhhhhhhhhiiiiihhhhhhhhhhpppppppphhhhhhhhhhhhhhhhhhhhhhhiiihhihhhhhhhhhi
  ▲ 一级   06:30  #4823 到场     火情有人被困    Balceta Ave 0… B39  3A12 Q2   │
~hhoooooohhhiiiiihhiiiiihqqqqhhhhhpppppppppppphhhhhhhhhhhhhhhhhhhiiihhrrrrrrrhhhi
  ◆ 二级   09:58  #4824 待派     交通事故有伤    Lombard St / … B16  –         │
~hhjjjjjjhhhjjjjjhhiiiiihhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhiiihhihhhhhhhhhi
  ◆ 二级   05:44  #4826 待派     银行入侵报警    Market St 700… B03  –         │
~hhjjjjjjhhhhhhhhhhiiiiihhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhiiihhihhhhhhhhhi
  ◆ 二级   04:20  #4827 待派     走失儿童 6 岁   Zoo Rd, north… B19  –         │
~hhjjjjjjhhhhhhhhhhiiiiihhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhiiihhihhhhhhhhhi
  ◆ 二级   07:03  #4825 已派     两群人打架      解放公园路 12… B05  ⚠1/2 3A07 │
~hhjjjjjjhhhiiiiihhiiiiihrrrrhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhiiihhjjjjjrrrrhi
  ◆ 二级   02:15  #4828 已派     4 号门人群拥挤  Stadium        B12  ⚠1/2 +2   │
~hhjjjjjjhhhiiiiihhiiiiihrrrrhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhiiihhjjjjjrrhhhi
    三级   21:40  #4829 待派     噪声第三次报警  Valencia St …  B07  –         │
~hhhhhhhhhhhhhhhhhhiiiiihhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhiiihhihhhhhhhhhi
    三级   18:02  #4830 待派     纠纷 黄色       Sunset Commun… B22  –         │
~hhhhhhhhhhhhhhhhhhiiiiihhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhiiihhihhhhhhhhhi
    三级   12:11  #4832 待派     车辆被盗        Geary Blvd …   B14  –         │
~hhhhhhhhhhhhhhhhhhiiiiihhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhiiihhihhhhhhhhhi
    三级   16:37  #4831 到场     盗窃已控制      Stonestown     B20  3A33      │
~hhhhhhhhhhhiiiiihhiiiiihqqqqhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhiiihhrrrrhhhhhhi
    四级   27:45  #4833 搁置14分 违停堵路        Noe St 400 bl… B07  –
~hhhhiiiihhhiiiiihhiiiiihiiiiiiiihiiiiiiiihhhhhhhhiiiiiiiiiiiiiihiiihhihhhhhhhhhh
  ▼ 下方还有1项
~hhiiiiiiiiiiiiihhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhh
─ #4821 抢劫正在发生 ───────────────────────────────────────────────────────────
~sppppppppppppppppppppsssssssssssssssssssssssssssssssssssssssssssssssssssssssssss
  ▲ 一级  待派 04:12  限 3:00，超 1:12                                        │
~hhoooooohhhhhhhooooooooooooooooooooooohhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhih
  Mission St / 16th St  ·  B07  ·  接报 19:27:55                              │
~hhppppppppppppppppppppiiiiiiiiiiiiiiiiiiiiiiiiiihhhhhhhhhhhhhhhhhhhhhhhhhhhhhhih
  19:29:30 第2次报警 店员：两名男子持刀，抢走收银机现金
~hhiiiiiiiiijjjjjjjjjjiiiiiipppppppppppppppppppppppppppphhhhhhhhhhhhhhhhhhhhhhhhh
  报警记录 2
~hhiiiiiiiiiihhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhh
  19:27:55 Mrs. Chen：two men with a knife at the corner shop, one ran north
~hhiiiiiiiiiiiiiiiiiiiipppppppppppppppppppppppppppppppppppppppppppppppppppppphhhh
 a assign  Enter open  Space mark  / filter  : command  ! next alert  u undo
~afaeeeeeeaafffffaeeeeaafffffaeeeeaafaeeeeeeaafaeeeeeeeaafaeeeeeeeeeeaafaeeeeaaaa
a = strip
b = mode.exercise
c = #ff7f50 on #1b232c bold
d = strip.warning
e = strip.label
f = strip.strong
g = #f2f5f7 on #22303d bold
h = text
i = text.dim
j = priority.p2
k = header.sorted
l = button
m = #ff7f50 on #22303d bold
n = #84909d on #22303d
o = priority.p1
p = text.strong
q = stage.onscene
r = text.link
s = border
"""##,
    "160x48 english styled": ##"""
  EXERCISE   ×4  Evening peak  waiting  ▲P1 2 04:12!  ◆P2 3 09:58  P3+ 4  free  Patrol 7/11  QRU 4/6  alerts ● 3     feeds 4/4 ▮▮▮▮  journal 48 211 ✓  19:32:07
~abbbbbbbbbbaaccaaaaaaaaaaaaaaaadddddddaaeeeeeaeeeeeeaafffffafffffaaaaaaaaaddddaadddddddccccaaddddcccaadddddddeeeaaaaaddddddddddggggaaddddddddddddddddaacccccccca
┌─ 1 Dispatch ──────────────────────────────────────────────────────────── 9 waiting · 14 open ─┐┌─ 2 Patrol ─────────────────────────────────── 7 free of 11 ─┐
~hhhiiiiiiiiiihhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhjjjjjjjjjjjjjjjjjjjhhhkkkiiiiiiiikkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkjjjjjjjjjjjjkkk
│  PRI▼      AGE   NO.    STAGE     TYPE                   PLACE               BEAT  UNITS      ││  UNIT▼    KIND STATUS            TIME  BEAT HEARD TASK      │
~hllmmmmlllllljjjjlljjjlllljjjjjllllljjjjllllllllllllllllllljjjjjllllllllllllllljjjjlljjjjjllllllhkllmmmmmlllljjjjljjjjjjlllllllllllljjjjjljjjjljjjjjljjjjllllllk
│▸ ▲ P1    04:12!  #4821  waiting   Robbery in progress    Mission St / 16th…  B07   –          ││  3A02     bike ○ available      40:55  B01  1s              │
~hnnoooonnnnoooooonnpppppnnnnnnnnnnnnqqqqqqqqqqqqqqqqqqqnnnnnnnnnnnnnnnnnnnnnnnnpppnnnpnnnnnnnnnnhklliiiillllljjjjlllllllllllllllllljjjjjlljjjlljjllllllllllllllk
│  ▲ P1    00:41   #4822  waiting   Officer needs assist…  Ferry Plaza         B01   –          ││  3A07     car  ▸ dispatched     01:35  B05  2s    #4825     │
~hllrrrrlllllllllllljjjjjlllllllllllliiiiiiiiiiiiiiiiiiiiilllllllllllllllllllllljjjllljllllllllllhklliiiillllljjjllhhhhhhhhhhhhlllllssssslljjjlljjlllljjjjjlllllk
│  ▲ P1    06:30   #4823  on scene  Structure fire, peop…  Balceta Ave 0 blo…  B39   3A12 Q2    ││  3A12     car  ● on scene       02:40  B39  3s    #4823     │
~hllrrrrlllljjjjjllljjjjjllttttttttlliiiiiiiiiiiiiiiiiiiiilllllllllllllllllllllljjjlllhhhhhhhllllhklliiiillllljjjllttttttttttlllllllllllllljjjlljjlllljjjjjlllllk
│  ◆ P2    09:58   #4824  waiting   Traffic collision, i…  Lombard St / Fill…  B16   –          ││  3A14     car  ○ available      22:31  B07  4s              │
~hllssssllllsssssllljjjjjllllllllllllllllllllllllllllllllllllllllllllllllllllllljjjllljllllllllllhklliiiillllljjjllllllllllllllllllljjjjjlljjjlljjllllllllllllllk
│  ◆ P2    05:44   #4826  waiting   Intrusion alarm, bank  Market St 700 blo…  B03   –          ││  3A15     car  ○ available      08:12  B07  5s              │
~hllsssslllllllllllljjjjjllllllllllllllllllllllllllllllllllllllllllllllllllllllljjjllljllllllllllhklliiiillllljjjllllllllllllllllllljjjjjlljjjlljjllllllllllllllk
│  ◆ P2    04:20   #4827  waiting   Missing child, 6 yea…  Zoo Rd, north gate  B19   –          ││  3A21     car  ▸ dispatched     00:22  B12  6s    #4828     │
~hllsssslllllllllllljjjjjllllllllllllllllllllllllllllllllllllllllllllllllllllllljjjllljllllllllllhklliiiillllljjjllhhhhhhhhhhhhlllllllllllljjjlljjlllljjjjjlllllk
│  ◆ P2    07:03   #4825  assigned  Fight, two groups      解放公园路 12 号    B05   ⚠1/2 3A07  ││  3A29     car  – out            55:00  B02  7s    refuel    │
~hllsssslllljjjjjllljjjjjllhhhhhhhhllllllllllllllllllllllllllllllllllllllllllllljjjlllssssshhhhllhklljjjjllllljjjlljjjjjlllllllllllljjjjjlljjjlljjlllljjjjjjllllk
│  ◆ P2    02:15   #4828  assigned  Crowd pressure, gate…  Stadium             B12   ⚠1/2 +2    ││  3A33     foot ● on scene       11:40  B20  8s    #4831     │
~hllsssslllljjjjjllljjjjjllhhhhhhhhllllllllllllllllllllllllllllllllllllllllllllljjjlllssssshhllllhklliiiillllljjjjlttttttttttlllllllllllllljjjlljjlllljjjjjlllllk
│    P3    21:40   #4829  waiting   Noise, third call      Valencia St 900 b…  B07   –          ││  3A40     foot ○ available      43:20  B23  ⚠ 4m            │
~hlllllllllllllllllljjjjjllllllllllllllllllllllllllllllllllllllllllllllllllllllljjjllljllllllllllhklliiiillllljjjjlllllllllllllllllljjjjjlljjjllssssllllllllllllk
│    P3    18:02   #4830  waiting   Dispute, grade yellow  Sunset Community    B22   –          ││  3A101    car  ○ available      10:00  B14  2s              │
~hlllllllllllllllllljjjjjllllllllllllllllllllllllllllllllllllllllllllllllllllllljjjllljllllllllllhklliiiiilllljjjllllllllllllllllllljjjjjlljjjlljjllllllllllllllk
│    P3    12:11   #4832  waiting   Vehicle theft report   Geary Blvd 3400     B14   –          ││  grid 7   grid ○ available      20:00  B22  1s              │
~hlllllllllllllllllljjjjjllllllllllllllllllllllllllllllllllllllllllllllllllllllljjjllljllllllllllhklliiiiiillljjjjlllllllllllllllllljjjjjlljjjlljjllllllllllllllk
│    P3    16:37   #4831  on scene  Shoplifting, held      Stonestown          B20   3A33       ││  红袖章 2 vol… ○ available      11:40  B21  3s              │
~hlllllllllljjjjjllljjjjjllttttttttllllllllllllllllllllllllllllllllllllllllllllljjjlllhhhhlllllllhklliiiiiiiiljjjjlllllllllllllllllljjjjjlljjjlljjllllllllllllllk
│    P4    27:45   #4833  held 14m  Parking, blocked dri…  Noe St 400 block    B07   –          ││                                                             │
~hlllljjlllljjjjjllljjjjjlljjjjjjjjlljjjjjjjjjjjjjjjjjjjjjlljjjjjjjjjjjjjjjjlllljjjllljllllllllllhklllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllk
│    P5    52:10   #4834  waiting   Community visit requ…  Bayview Centre      B23   –          ││                                                             │
~hlllljjlllllllllllljjjjjlllllllllllljjjjjjjjjjjjjjjjjjjjjlljjjjjjjjjjjjjjlllllljjjllljllllllllllhklllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllk
│                                                                                               ││                                                             │
~hlllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllhklllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllk
│                                                                                               ││                                                             │
~hlllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllhklllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllk
│                                                                                               ││                                                             │
~hlllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllhklllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllk
│                                                                                               ││                                                             │
~hlllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllhklllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllk
│                                                                                               ││                                                             │
~hlllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllhklllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllk
│                                                                                               ││                                                             │
~hlllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllhklllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllk
│                                                                                               ││                                                             │
~hlllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllhklllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllk
└───────────────────────────────────────────────────────────────────────────────────────────────┘└─────────────────────────────────────────────────────────────┘
~hhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk
┌─ #4821 Robbery in progress ───────────────────────────────────────────────────────────────────┐┌─ 3 Quick response ───────────────────────── 2 circles open ─┐
~kkkiiiiiiiiiiiiiiiiiiiiiiiiikkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkiiiiiiiiiiiiiiiikkkkkkkkkkkkkkkkkkkkkkkkkkkjjjjjjjjjjjjjjkkk
│  ▲ P1  waiting 04:12  limit 3:00, over by      Timeline                                       ││  UNIT▼   DUTY POINT STATUS       CIRCLE               TASK  │
~kllrrrrllllllllllrrrrrrrrrrrrrrrrrrrrrrrrrrrllllljjjjjjjjlllllllllllllllllllllllllllllllllllllllkkllmmmmmllljjjjjjjjjjljjjjjjllllllljjjjjjllllllllllllllljjjjllk
│    1:12                                        19:30:55  policy alert on #4821: P1 waiting    ││  Q1      Ferry dut… ○ available  ▮ 1 min covered            │
~kllllrrrrlllllllllllllllllllllllllllllllllllllllljjjjjjjjjjjjjjjjjssssssssssssssssssssssssssslllkklliilllllljjjjjjjjjjlllllllllllllltttttttttttttttllllllllllllk
│  Mission St / 16th St  ·  B07  ·  received                      past 3:00                     ││  Q2      Twin Peaks ● on scene   ▯ 3 min OPEN 02:40   #4823 │
~klliiiiiiiiiiiiiiiiiiiijjjjjjjjjjjjjjjjjjjjjjlllllllllllllllllllllssssssssslllllllllllllllllllllkklliilllllljjjjjjjjjjlttttttttttlllssssssssssssssssssllljjjjjlk
│    19:27:55                                    19:30:07  wl     note: suspect in red jacket   ││  Q3      Mission d… ○ available  ▮ 5 min covered            │
~klllljjjjjjjjlllllllllllllllllllllllllllllllllllljjjjjjjjjjhhhhhhhllllllllllllllllllllllllllllllkklliilllllljjjjjjjjjjlllllllllllllltttttttttttttttllllllllllllk
│  19:29:30 2nd call 店员: 两名男子持刀，抢走收  19:29:30  calls  second report: 两名男子持刀   ││  Q4      Stadium    ▸ dispatched ▯ 1 min OPEN 00:22   #4828 │
~klljjjjjjjjjsssssssssjjjjjjiiiiiiiiiiiiiiiiiiiilljjjjjjjjjjjjjjjjjllllllllllllllllllllllllllllllkklliilllllljjjjjjjllllhhhhhhhhhhhhlssssssssssssssssssllljjjjjlk
│    银机现金                                                     ，抢走收银机现金              ││  Q5      Sunset     ○ available  ▮ 3 min covered            │
~klllliiiiiiiilllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllkklliilllllljjjjjjlllllllllllllllllltttttttttttttttllllllllllllk
│                                                19:27:55  calls  reported: P1 Robbery in       ││  Q6      Bayview    ○ available  ▮ 5 min covered            │
~klllllllllllllllllllllllllllllllllllllllllllllllljjjjjjjjjjjjjjjjjllllllllllllllllllllllllllllllkklliilllllljjjjjjjllllllllllllllllltttttttttttttttllllllllllllk
│  Reports 2                                                      progress at “Mission St /     ││                                                             │
~klljjjjjjjjjllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllkklllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllk
│  19:27:55 Mrs. Chen: two men with a knife at                    16th St”                      │└─────────────────────────────────────────────────────────────┘
~klljjjjjjjjjjjjjjjjjjjjiiiiiiiiiiiiiiiiiiiiiiiilllllllllllllllllllllllllllllllllllllllllllllllllkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk
│    the corner shop, one ran north                                                             │┌─ 4 Alerts ─────────────────────────────────── 3 unanswered ─┐
~klllliiiiiiiiiiiiiiiiiiiiiiiiiiiiiilllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllkkkkiiiiiiiikkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkjjjjjjjjjjjjkkk
│                                                                                               ││    SEV    ALERT                        SUBJECT         AGE  │
~klllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllkklllljjjlllljjjjjlllllllllllllllllllllllljjjjjjjllllllllljjjjlk
└───────────────────────────────────────────────────────────────────────────────────────────────┘│  ● high   P1 waiting past 3:00         #4821 Robb…    01:12 │
~kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkllrlrrrrllliiiiiiiiiiiiiiiiiiiillllllllljjjjjjjjjjjllllrrrrrlk
┌─ 5 Activity ──────────────────────────────────────────────────────────────────────────────────┐│  ● medium 3A40 not heard for 4 min     3A40 B23       01:11 │
~kkkiiiiiiiiiikkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkklluluuuuuuliiiiiiiiiiiiiiiiiiiiiiiillllljjjjjjjjllllllluuuuulk
│  19:31:57  dispatcher wl   held #4833 until 19:46                                             ││  ● low    3A33 dispatched past 2:00:00 3A33 #4831     00:30 │
~klljjjjjjjjjjhhhhhhhhhhhhhhhhlllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllkkllvlvvvlllliiiiiiiiiiiiiiiiiiiiiiiiiiiiljjjjjjjjjjlllllvvvvvlk
│  19:31:45  dispatcher wl   assigned Q4 to #4828                                               ││  ◌ medium 3A21 was dispatche… returned 3A21 B12       08:20 │
~klljjjjjjjjjjhhhhhhhhhhhhhhhhlllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllkkllhlhhhhhhlhhhhhhhhhhhhhhhhhhhlhhhhhhhhljjjjjjjjllllllljjjjjlk
│  19:31:45  dispatcher wl   assigned 3A21 to #4828                                             ││  ○ medium P1 waiting past 10:00        #4824 Traf…    05:40 │
~klljjjjjjjjjjhhhhhhhhhhhhhhhhlllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllkklljljjjjjjljjjjjjjjjjjjjjjjjjjjjlllllllljjjjjjjjjjjlllljjjjjlk
│  19:31:37  policy          alert: 3A33 dispatched past 2:00:00                                ││                                                             │
~klljjjjjjjjjjjjjjjjjjjjjjjjjjsssssssssssssssssssssssssssssssssssllllllllllllllllllllllllllllllllkklllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllk
│  19:31:26  feed calls      new #4822: P1 Officer needs assistance at “Ferry Plaza”            ││                                                             │
~klljjjjjjjjjjjjjjjjjjjjjjjjjjlllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllkklllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllk
│  19:30:56  policy          alert: 3A40 not heard for 3 min                                    ││                                                             │
~klljjjjjjjjjjjjjjjjjjjjjjjjjjsssssssssssssssssssssssssssssssllllllllllllllllllllllllllllllllllllkklllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllk
│  19:30:55  policy          alert on #4821: P1 waiting past 3:00                               ││                                                             │
~klljjjjjjjjjjjjjjjjjjjjjjjjjjsssssssssssssssssssssssssssssssssssslllllllllllllllllllllllllllllllkklllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllk
└───────────────────────────────────────────────────────────────────────────────────────────────┘└─────────────────────────────────────────────────────────────┘
~kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk
 a assign   Enter open   Space mark   / filter   : command   ! next alert   u undo   Tab pane   ? keys                                                       wl
~acaddddddaaacccccaddddaaacccccaddddaaacaddddddaaacadddddddaaacaddddddddddaaacaddddaaacccaddddaaacaddddaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaadda
a = strip
b = mode.exercise
c = strip.strong
d = strip.label
e = #ff7f50 on #1b232c bold
f = strip.warning
g = #4cc29a on #1b232c
h = text.link
i = text.strong
j = text.dim
k = border
l = text
m = header.sorted
n = button
o = #ff7f50 on #22303d bold
p = #84909d on #22303d
q = #f2f5f7 on #22303d bold
r = priority.p1
s = priority.p2
t = stage.onscene
u = alert.p2.unanswered
v = alert.p3.unanswered
"""##,
    "160x48 chinese": ##"""
  演练   ×4  Evening peak  待派  ▲一级 2 04:12!  ◆二级 3 09:58  其他 4  可派  巡逻 7/11  快反 4/6  告警 ● 3            数据源 4/4 ▮▮▮▮  日志 48 211 ✓  19:32:07
┌─ 1 调度 ───────────────────────────────────────────────────────────────── 9起待派 · 14起在办 ─┐┌─ 2 巡逻 ──────────────────────────────────────── 11中7可派 ─┐
│  等级▼      时长   编号   阶段      类型                 地点                巡区  警力       ││  单元▼    类别   状态            历时  巡区 信号  任务      │
│▸ ▲ 一级    04:12!  #4821  待派      抢劫正在发生         Mission St / 16th…  B07   –          ││  3A02     骑巡   ○ 待命         40:55  B01  1秒             │
│  ▲ 一级    00:41   #4822  待派      民警求助             Ferry Plaza         B01   –          ││  3A07     车巡   ▸ 已派         01:35  B05  2秒   #4825     │
│  ▲ 一级    06:30   #4823  到场      火情有人被困         Balceta Ave 0 blo…  B39   3A12 Q2    ││  3A12     车巡   ● 到场         02:40  B39  3秒   #4823     │
│  ◆ 二级    09:58   #4824  待派      交通事故有伤         Lombard St / Fill…  B16   –          ││  3A14     车巡   ○ 待命         22:31  B07  4秒             │
│  ◆ 二级    05:44   #4826  待派      银行入侵报警         Market St 700 blo…  B03   –          ││  3A15     车巡   ○ 待命         08:12  B07  5秒             │
│  ◆ 二级    04:20   #4827  待派      走失儿童 6 岁        Zoo Rd, north gate  B19   –          ││  3A21     车巡   ▸ 已派         00:22  B12  6秒   #4828     │
│  ◆ 二级    07:03   #4825  已派      两群人打架           解放公园路 12 号    B05   ⚠1/2 3A07  ││  3A29     车巡   – 离岗         55:00  B02  7秒   refuel    │
│  ◆ 二级    02:15   #4828  已派      4 号门人群拥挤       Stadium             B12   ⚠1/2 +2    ││  3A33     步巡   ● 到场         11:40  B20  8秒   #4831     │
│    三级    21:40   #4829  待派      噪声第三次报警       Valencia St 900 b…  B07   –          ││  3A40     步巡   ○ 待命         43:20  B23  ⚠ 4分           │
│    三级    18:02   #4830  待派      纠纷 黄色            Sunset Community    B22   –          ││  3A101    车巡   ○ 待命         10:00  B14  2秒             │
│    三级    12:11   #4832  待派      车辆被盗             Geary Blvd 3400     B14   –          ││  grid 7   网格   ○ 待命         20:00  B22  1秒             │
│    三级    16:37   #4831  到场      盗窃已控制           Stonestown          B20   3A33       ││  红袖章 2 红袖章 ○ 待命         11:40  B21  3秒             │
│    四级    27:45   #4833  搁置14分  违停堵路             Noe St 400 block    B07   –          ││                                                             │
│    五级    52:10   #4834  待派      社区走访             Bayview Centre      B23   –          ││                                                             │
│                                                                                               ││                                                             │
│                                                                                               ││                                                             │
│                                                                                               ││                                                             │
│                                                                                               ││                                                             │
│                                                                                               ││                                                             │
│                                                                                               ││                                                             │
│                                                                                               ││                                                             │
└───────────────────────────────────────────────────────────────────────────────────────────────┘└─────────────────────────────────────────────────────────────┘
┌─ #4821 抢劫正在发生 ──────────────────────────────────────────────────────────────────────────┐┌─ 3 快反 ──────────────────────────────────── 2个快反圈空缺 ─┐
│  ▲ 一级  待派 04:12  限 3:00，超 1:12          时间线                                         ││  单元▼   值守点     状态       快反圈           任务  信号  │
│  Mission St / 16th St  ·  B07  ·  接报         19:30:55  规则  #4821 告警：一级警情待派超过   ││  Q1      Ferry dut… ○ 待命     ▮ 1分 已覆盖           –     │
│    19:27:55                                                    3:00                           ││  Q2      Twin Peaks ● 到场     ▯ 3分 空缺 02:40 #4823 –     │
│  19:29:30 第2次报警 店员：两名男子持刀，抢走   19:30:07  wl    备注：suspect in red jacket    ││  Q3      Mission d… ○ 待命     ▮ 5分 已覆盖           –     │
│    收银机现金                                  19:29:30  calls 第二次报警：两名男子持刀，抢   ││  Q4      Stadium    ▸ 已派     ▯ 1分 空缺 00:22 #4828 –     │
│                                                                走收银机现金                   ││  Q5      Sunset     ○ 待命     ▮ 3分 已覆盖           –     │
│  报警记录 2                                    19:27:55  calls 接报：一级                     ││  Q6      Bayview    ○ 待命     ▮ 5分 已覆盖           –     │
│  19:27:55 Mrs. Chen：two men with a knife at                   抢劫正在发生，“Mission St /    ││                                                             │
│    the corner shop, one ran north                              16th St”                       │└─────────────────────────────────────────────────────────────┘
│                                                                                               │┌─ 4 告警 ───────────────────────────────────────── 3 未确认 ─┐
│                                                                                               ││    级别   告警                         对象           时长  │
└───────────────────────────────────────────────────────────────────────────────────────────────┘│  ● 高     一级警情待派超过 3:00        #4821 抢劫…    01:12 │
┌─ 5 动态 ──────────────────────────────────────────────────────────────────────────────────────┐│  ● 中     3A40 失联 4分钟              3A40 B23       01:11 │
│  19:31:57  调度员 wl       搁置 #4833至 19:46                                                 ││  ● 低     3A33 已派超过 2:00:00        3A33 #4831     00:30 │
│  19:31:45  调度员 wl       派 Q4 往 #4828                                                     ││  ◌ 中     3A21 曾已派超过 2:00  已恢复 3A21 B12       08:20 │
│  19:31:45  调度员 wl       派 3A21 往 #4828                                                   ││  ○ 中     一级警情待派超过 10:00       #4824 交通…    05:40 │
│  19:31:37  规则            告警：3A33 已派超过 2:00:00                                        ││                                                             │
│  19:31:26  数据源 calls    新警情 #4822：一级 民警求助，“Ferry Plaza”                         ││                                                             │
│  19:30:56  规则            告警：3A40 失联 3分钟                                              ││                                                             │
│  19:30:55  规则            #4821 告警：一级警情待派超过 3:00                                  ││                                                             │
└───────────────────────────────────────────────────────────────────────────────────────────────┘└─────────────────────────────────────────────────────────────┘
 a assign   Enter open   Space mark   / filter   : command   ! next alert   u undo   Tab pane   ? keys                                                       wl
"""##,
    "240x67 english": ##"""
  EXERCISE    ×4   Evening peak   waiting   ▲P1 2 04:12!   ◆P2 3 09:58   P3+ 4   free   Patrol 7/11   QRU 4/6   car 3/6  foot 1/2  bike 1/1  grid 1/1  volunteer 1/1   alerts ● 3     feeds 4/4 ▮▮▮▮   journal 48 211 ✓   2025-12-31   19:32:07
┌─ 1 Dispatch ───────────────────────────────────────────────────────────────────────── 9 waiting · 14 open ─┐┌─ #4821 Robbery in progress ───────────────────────────────────┐┌─ 2 Patrol ───────────────────────────────────── 7 free of 11 ─┐
│  PRI▼      AGE   NO.    STAGE         TYPE                         PLACE                  BEAT  UNITS      ││  ▲ P1  waiting 04:12  limit 3:00, over by 1:12                ││  UNIT▼    KIND STATUS              TIME  BEAT HEARD TASK      │
│▸ ▲ P1    04:12!  #4821  waiting       Robbery in progress          Mission St / 16th St   B07   –          ││  Mission St / 16th St  ·  B07  ·  received 19:27:55           ││  3A02     bike ○ available        40:55  B01  1s              │
│  ▲ P1    00:41   #4822  waiting       Officer needs assistance     Ferry Plaza            B01   –          ││  19:29:30 2nd call 店员: 两名男子持刀，抢走收银机现金         ││  3A07     car  ▸ dispatched       01:35  B05  2s    #4825     │
│  ▲ P1    06:30   #4823  on scene      Structure fire, people ins…  Balceta Ave 0 block    B39   3A12 Q2    ││                                                               ││  3A12     car  ● on scene         02:40  B39  3s    #4823     │
│  ◆ P2    09:58   #4824  waiting       Traffic collision, injured   Lombard St / Fillmore  B16   –          ││  Reports 2                                                    ││  3A14     car  ○ available        22:31  B07  4s              │
│  ◆ P2    05:44   #4826  waiting       Intrusion alarm, bank        Market St 700 block    B03   –          ││  19:27:55 Mrs. Chen: two men with a knife at the corner       ││  3A15     car  ○ available        08:12  B07  5s              │
│  ◆ P2    04:20   #4827  waiting       Missing child, 6 years       Zoo Rd, north gate     B19   –          ││    shop, one ran north                                        ││  3A21     car  ▸ dispatched       00:22  B12  6s    #4828     │
│  ◆ P2    07:03   #4825  assigned      Fight, two groups            解放公园路 12 号       B05   ⚠1/2 3A07  ││                                                               ││  3A29     car  – out of service   55:00  B02  7s    refuel    │
│  ◆ P2    02:15   #4828  assigned      Crowd pressure, gate 4       Stadium                B12   ⚠1/2 +2    ││  Timeline                                                     ││  3A33     foot ● on scene         11:40  B20  8s    #4831     │
│    P3    21:40   #4829  waiting       Noise, third call            Valencia St 900 block  B07   –          ││  19:30:55  policy alert on #4821: P1 waiting past 3:00        ││  3A40     foot ○ available        43:20  B23  ⚠ 4m            │
│    P3    18:02   #4830  waiting       Dispute, grade yellow        Sunset Community       B22   –          ││  19:30:07  wl     note: suspect in red jacket                 ││  3A101    car  ○ available        10:00  B14  2s              │
│    P3    12:11   #4832  waiting       Vehicle theft report         Geary Blvd 3400        B14   –          ││  19:29:30  calls  second report: 两名男子持刀，抢走收银机现   ││  grid 7   grid ○ available        20:00  B22  1s              │
│    P3    16:37   #4831  on scene      Shoplifting, held            Stonestown             B20   3A33       ││                   金                                          ││  红袖章 2 vol… ○ available        11:40  B21  3s              │
│    P4    27:45   #4833  held 14m      Parking, blocked drive       Noe St 400 block       B07   –          ││  19:27:55  calls  reported: P1 Robbery in progress at         ││                                                               │
│    P5    52:10   #4834  waiting       Community visit request      Bayview Centre         B23   –          ││                   “Mission St / 16th St”                      ││                                                               │
│                                                                                                            ││                                                               ││                                                               │
│                                                                                                            ││                                                               ││                                                               │
│                                                                                                            ││                                                               ││                                                               │
│                                                                                                            ││                                                               ││                                                               │
│                                                                                                            ││                                                               ││                                                               │
│                                                                                                            ││                                                               ││                                                               │
│                                                                                                            ││                                                               ││                                                               │
│                                                                                                            ││                                                               ││                                                               │
│                                                                                                            ││                                                               ││                                                               │
│                                                                                                            ││                                                               ││                                                               │
│                                                                                                            ││                                                               ││                                                               │
│                                                                                                            ││                                                               ││                                                               │
│                                                                                                            ││                                                               ││                                                               │
│                                                                                                            ││                                                               ││                                                               │
│                                                                                                            ││                                                               ││                                                               │
│                                                                                                            ││                                                               ││                                                               │
│                                                                                                            ││                                                               ││                                                               │
│                                                                                                            ││                                                               ││                                                               │
│                                                                                                            ││                                                               ││                                                               │
│                                                                                                            ││                                                               ││                                                               │
│                                                                                                            ││                                                               │└───────────────────────────────────────────────────────────────┘
│                                                                                                            ││                                                               │┌─ 3 Quick response ─────────────────────────── 2 circles open ─┐
│                                                                                                            ││                                                               ││  UNIT▼ DUTY POINT STATUS       CIRCLE             TASK  HEARD │
│                                                                                                            ││                                                               ││  Q1    Ferry dut… ○ available  ▮ 1 min covered          –     │
│                                                                                                            ││                                                               ││  Q2    Twin Peaks ● on scene   ▯ 3 min OPEN 02:40 #4823 –     │
│                                                                                                            ││                                                               ││  Q3    Mission d… ○ available  ▮ 5 min covered          –     │
│                                                                                                            ││                                                               ││  Q4    Stadium    ▸ dispatched ▯ 1 min OPEN 00:22 #4828 –     │
│                                                                                                            ││                                                               ││  Q5    Sunset     ○ available  ▮ 3 min covered          –     │
│                                                                                                            ││                                                               ││  Q6    Bayview    ○ available  ▮ 5 min covered          –     │
│                                                                                                            │└───────────────────────────────────────────────────────────────┘│                                                               │
│                                                                                                            │┌─ 5 Activity ──────────────────────────────────────────────────┐└───────────────────────────────────────────────────────────────┘
│                                                                                                            ││  19:31:57  wl     held #4833 until 19:46                      │┌─ 4 Alerts ───────────────────────────────────── 3 unanswered ─┐
│                                                                                                            ││  19:31:45  wl     assigned Q4 to #4828                        ││    SEV    ALERT                        SUBJECT           AGE  │
│                                                                                                            ││  19:31:45  wl     assigned 3A21 to #4828                      ││  ● high   P1 waiting past 3:00         #4821 Robber…    01:12 │
│                                                                                                            ││  19:31:37  policy alert: 3A33 dispatched past 2:00:00         ││  ● medium 3A40 not heard for 4 min     3A40 B23         01:11 │
│                                                                                                            ││  19:31:26  calls  new #4822: P1 Officer needs assistance at “…││  ● low    3A33 dispatched past 2:00:00 3A33 #4831       00:30 │
│                                                                                                            ││  19:30:56  policy alert: 3A40 not heard for 3 min             ││  ◌ medium 3A21 was dispatche… returned 3A21 B12         08:20 │
│                                                                                                            ││  19:30:55  policy alert on #4821: P1 waiting past 3:00        ││  ○ medium P1 waiting past 10:00        #4824 Traffi…    05:40 │
│                                                                                                            ││  19:30:32  wl     assigned 3A07 to #4825                      ││                                                               │
│                                                                                                            ││  19:30:27  policy alert ended: status overdue 3A21            ││                                                               │
│                                                                                                            ││  19:30:07  wl     note on #4821: suspect in red jacket        ││                                                               │
│                                                                                                            ││  19:29:52  calls  new #4828: P2 Crowd pressure, gate 4 at “St…││                                                               │
│                                                                                                            ││  19:29:30  calls  second report joined to #4821: 两名男子持刀…││                                                               │
│                                                                                                            ││  19:29:27  3A12   Q2 arrived at #4823, 3:50 after the call    ││                                                               │
│                                                                                                            ││  19:29:27  3A12   3A12 arrived at #4823, 3:50 after the call  ││                                                               │
│                                                                                                            ││  19:28:47  wl     acknowledged waiting too long #4824 Traffic…││                                                               │
│                                                                                                            ││  19:27:55  calls  new #4821: P1 Robbery in progress at “Missi…││                                                               │
│                                                                                                            ││  19:27:47  calls  new #4827: P2 Missing child, 6 years at “Zo…││                                                               │
└────────────────────────────────────────────────────────────────────────────────────────────────────────────┘└───────────────────────────────────────────────────────────────┘└───────────────────────────────────────────────────────────────┘
 a assign   Enter open   Space mark   / filter   : command   ! next alert   u undo   Tab pane   ? keys                                                                                                                                       wl
"""##,
    "80x24 english light styled": ##"""
  EXERCISE    ▲P1 2 04:12!   ◆P2 3 09:58   Patrol 7/11   alerts ● 3    19:32:07
~abbbbbbbbbbaaacccccaccccccaaadddddadddddaaaeeeeeeeffffaaaeeeeeeecccaaaaffffffffa
 1 Dispatch 14   2 Patrol 7/11   3 QRU 4/6   4 Alerts 3   5 Activity   6   7
~ggggggggggggggghiiiiiiiiiiiiiiihiiiiiiiiiiihjjjjjjjjjjjjhiiiiiiiiiiiihiiihiiihhh
  PRI▼     AGE  NO.   STAGE    TYPE              PLACE          BEAT UNITS
~hhkkkkhhhhhiiiihiiihhhiiiiihhhhiiiihhhhhhhhhhhhhhiiiiihhhhhhhhhhiiiihiiiiihhhhhh
▸ ▲ P1   04:12! #4821 waiting  Robbery in progr… Mission St / … B07  –         │
~llmmmmlllmmmmmmlnnnnnllllllllllgggggggggggggggggllllllllllllllllnnnllnllllllllli
  ▲ P1   00:41  #4822 waiting  Officer needs as… Ferry Plaza    B01  –         │
~hhoooohhhhhhhhhhiiiiihhhhhhhhhhppppppppppppppppphhhhhhhhhhhhhhhhiiihhihhhhhhhhhi
  ▲ P1   06:30  #4823 on scene Structure fire, … Balceta Ave 0… B39  3A12 Q2   │
~hhoooohhhiiiiihhiiiiihqqqqqqqqhppppppppppppppppphhhhhhhhhhhhhhhhiiihhrrrrrrrhhhi
  ◆ P2   09:58  #4824 waiting  Traffic collisio… Lombard St / … B16  –         │
~hhjjjjhhhjjjjjhhiiiiihhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhiiihhihhhhhhhhhi
  ◆ P2   05:44  #4826 waiting  Intrusion alarm,… Market St 700… B03  –         │
~hhjjjjhhhhhhhhhhiiiiihhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhiiihhihhhhhhhhhi
  ◆ P2   04:20  #4827 waiting  Missing child, 6… Zoo Rd, north… B19  –         │
~hhjjjjhhhhhhhhhhiiiiihhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhiiihhihhhhhhhhhi
  ◆ P2   07:03  #4825 assigned Fight, two groups 解放公园路 12… B05  ⚠1/2 3A07 │
~hhjjjjhhhiiiiihhiiiiihrrrrrrrrhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhiiihhjjjjjrrrrhi
  ◆ P2   02:15  #4828 assigned Crowd pressure, … Stadium        B12  ⚠1/2 +2   │
~hhjjjjhhhiiiiihhiiiiihrrrrrrrrhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhiiihhjjjjjrrhhhi
    P3   21:40  #4829 waiting  Noise, third call Valencia St …  B07  –         │
~hhhhhhhhhhhhhhhhiiiiihhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhiiihhihhhhhhhhhi
    P3   18:02  #4830 waiting  Dispute, grade y… Sunset Commun… B22  –         │
~hhhhhhhhhhhhhhhhiiiiihhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhiiihhihhhhhhhhhi
    P3   12:11  #4832 waiting  Vehicle theft re… Geary Blvd …   B14  –         │
~hhhhhhhhhhhhhhhhiiiiihhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhiiihhihhhhhhhhhi
    P3   16:37  #4831 on scene Shoplifting, held Stonestown     B20  3A33      │
~hhhhhhhhhiiiiihhiiiiihqqqqqqqqhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhiiihhrrrrhhhhhhi
    P4   27:45  #4833 held 14m Parking, blocked… Noe St 400 bl… B07  –
~hhhhiihhhiiiiihhiiiiihiiiiiiiihiiiiiiiiiiiiiiiiihiiiiiiiiiiiiiihiiihhihhhhhhhhhh
  ▼ 1 more
~hhiiiiiiiihhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhh
─ #4821 Robbery in progress ────────────────────────────────────────────────────
~spppppppppppppppppppppppppppssssssssssssssssssssssssssssssssssssssssssssssssssss
  ▲ P1  waiting 04:12  limit 3:00, over by 1:12                               │
~hhoooohhhhhhhhhhooooooooooooooooooooooooooooooohhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhih
  Mission St / 16th St  ·  B07  ·  received 19:27:55                          │
~hhppppppppppppppppppppiiiiiiiiiiiiiiiiiiiiiiiiiiiiiihhhhhhhhhhhhhhhhhhhhhhhhhhih
  19:29:30 2nd call 店员: 两名男子持刀，抢走收银机现金
~hhiiiiiiiiijjjjjjjjjiiiiiipppppppppppppppppppppppppppphhhhhhhhhhhhhhhhhhhhhhhhhh
  Reports 2
~hhiiiiiiiiihhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhh
  19:27:55 Mrs. Chen: two men with a knife at the corner shop, one ran north
~hhiiiiiiiiiiiiiiiiiiiipppppppppppppppppppppppppppppppppppppppppppppppppppppphhhh
 a assign  Enter open  Space mark  / filter  : command  ! next alert  u undo
~afaeeeeeeaafffffaeeeeaafffffaeeeeaafaeeeeeeaafaeeeeeeeaafaeeeeeeeeeeaafaeeeeaaaa
a = strip
b = mode.exercise
c = #b03000 on #e6eaed bold
d = strip.warning
e = strip.label
f = strip.strong
g = #05090d on #cfe0ee bold
h = text
i = text.dim
j = priority.p2
k = header.sorted
l = button
m = #b03000 on #cfe0ee bold
n = #5c6873 on #cfe0ee
o = priority.p1
p = text.strong
q = stage.onscene
r = text.link
s = border
"""##,
    "160x48 english assign": ##"""
  EXERCISE   ×4  Evening peak  waiting  ▲P1 2 04:12!  ◆P2 3 09:58  P3+ 4  free  Patrol 7/11  QRU 4/6  alerts ● 3     feeds 4/4 ▮▮▮▮  journal 48 211 ✓  19:32:07
┌─ 1 Dispatch ──────────────────────────────────────────────────────────── 9 waiting · 14 open ─┐┌─ 2 Patrol ─────────────────────────────────── 7 free of 11 ─┐
│  PRI▼      AGE   NO.    STAGE     TYPE                   PLACE               BEAT  UNITS      ││  UNIT▼    KIND STATUS            TIME  BEAT HEARD TASK      │
│▸ ▲ P1    04:12!  #4821  waiting   Robbery in progress    Mission St / 16th…  B07   –          ││  3A02     bike ○ available      40:55  B01  1s              │
│  ▲ P1    00:41   #4822  waiting   Officer needs assist…  Ferry Plaza         B01   –          ││  3A07     car  ▸ dispatched     01:35  B05  2s    #4825     │
│  ▲ P1    06:30   #4823  on scene  Structure fire, peop…  Balceta Ave 0 blo…  B39   3A12 Q2    ││  3A12     car  ● on scene       02:40  B39  3s    #4823     │
│  ◆ P2    09:58   #4824  waiting   Traffic collision, i…  Lombard St / Fill…  B16   –          ││  3A14     car  ○ available      22:31  B07  4s              │
│  ◆ P2    05:44   #4826  waiting   Intrusion alarm, bank  Market St 700 blo…  B03   –          ││  3A15     car  ○ available      08:12  B07  5s              │
│  ◆ P2    04:20   #4827  waiting   Missing child, 6 yea…  Zoo Rd, north gate  B19   –          ││  3A21     car  ▸ dispatched     00:22  B12  6s    #4828     │
│  ◆ P2    07:03   #4825  assigned  Fight, two groups      解放公园路 12 号    B05   ⚠1/2 3A07  ││  3A29     car  – out            55:00  B02  7s    refuel    │
│  ◆ P2    02:15   #4828  assigned  Crowd pressure, gate…  Stadium             B12   ⚠1/2 +2    ││  3A33     foot ● on scene       11:40  B20  8s    #4831     │
│    P3    21:40   #4829  waiting   Noise, third call      Valencia St 900 b…  B07   –          ││  3A40     foot ○ available      43:20  B23  ⚠ 4m            │
│    P3    18:02   #4830  waiting   Dispute, grade yellow  Sunset Community    B22   –          ││  3A101    car  ○ available      10:00  B14  2s              │
│    P3    12:11   #4832  waiting   Vehicle theft report   Geary Blvd 3400     B14   –          ││  grid 7   grid ○ available      20:00  B22  1s              │
│    P3    16:37   #4831  on scene  Shoplifting, held      Stonestown          B20   3A33       ││  红袖章 2 vol… ○ available      11:40  B21  3s              │
│    P4    27:45   #4833  held 14m  Parking, blocked dri…  Noe St 400 block    B07   –          ││                                                             │
│    P5    52:10   #4834  waiting   Community visit requ…  Bayview Centre      B23   –          ││                                                             │
│                                                                                               ││                                                             │
│                                                                                               ││                                                             │
│                                                                                               ││                                                             │
│                                                                                               ││                                                             │
│                                                                                               ││                                                             │
│                                                                                               ││                                                             │
│                                                                                               ││                                                             │
└───────────────────────────────────────────────────────────────────────────────────────────────┘└─────────────────────────────────────────────────────────────┘
┌─ #4821 Robbery in progress ───────────────────────────────────────────────────────────────────┐┌─ 3 Quick response ───────────────────────── 2 circles open ─┐
│  ▲ P1  waiting 04:12  limit 3:00, over by      Timeline                                       ││  UNIT▼   DUTY POINT STATUS       CIRCLE               TASK  │
│    1:12                                        19:30:55  policy alert on #4821: P1 waiting    ││  Q1      Ferry dut… ○ available  ▮ 1 min covered            │
│  Mission St / 16th St  ·  B07  ·  received                      past 3:00                     ││  Q2      Twin Peaks ● on scene   ▯ 3 min OPEN 02:40   #4823 │
┌─ #4821 Robbery in progress ───────────────────────────────────────────────────── Recommended ─┐│  Q3      Mission d… ○ available  ▮ 5 min covered            │
│ ▲ P1  waiting 04:12!  Mission St / 16th St  ·  B07                                            ││  Q4      Stadium    ▸ dispatched ▯ 1 min OPEN 00:22   #4828 │
│                                                                                               ││  Q5      Sunset     ○ available  ▮ 3 min covered            │
│       UNIT      KIND     TRAVEL  WHY                                 UNCOVERS                 ││  Q6      Bayview    ○ available  ▮ 5 min covered            │
│  1    3A14      car        0:49  beat's own, plan “P1” asks for it…  nothing, 3A15 stays      ││                                                             │
│▸ 2    3A15      car        1:06  beat's own, plan “P1” asks for it…  nothing, 3A14 stays      │└─────────────────────────────────────────────────────────────┘
│  3 ✓  Q3        QRU        0:45  nearest, plan “P1” asks for it, i…  Mission duty point, 5 m… │┌─ 4 Alerts ─────────────────────────────────── 3 unanswered ─┐
│  4    Q5        QRU        2:08  plan “P1” asks for it, inside its…  Sunset, 3 min circle     ││    SEV    ALERT                        SUBJECT         AGE  │
│  5    Q1        QRU        2:41  plan “P1” asks for it, ready 66 m…  Ferry duty point, 1 min… ││  ● high   P1 waiting past 3:00         #4821 Robb…    01:12 │
│  6    Q6        QRU        3:15  plan “P1” asks for it, inside its…  Bayview, 5 min circle    ││  ● medium 3A40 not heard for 4 min     3A40 B23       01:11 │
│  7    3A101     car        3:32  plan “P1” asks for it, ready 10 m…  B14 without a unit       ││  ● low    3A33 dispatched past 2:00:00 3A33 #4831     00:30 │
│  8    3A02      bike       3:41  plan “P1” asks for it, ready 40 m…  B01 without a unit       ││  ◌ medium 3A21 was dispatche… returned 3A21 B12       08:20 │
│  9    3A40      foot     26:54?  plan “P1” asks for it, ready 43 m…  B23 without a unit       ││  ○ medium P1 waiting past 10:00        #4824 Traf…    05:40 │
│                                                                                               ││                                                             │
│ 3A15 beat's own, plan “P1” asks for it, ready 8 min                                           ││                                                             │
│ marked: Q3                                                                                    ││                                                             │
│ Enter send   Space mark   p plan   Esc back                                                   ││                                                             │
└──────────────────────────────────────────────────────────────────────────────────── EXERCISE ─┘└─────────────────────────────────────────────────────────────┘
 a assign   Enter open   Space mark   / filter   : command   ! next alert   u undo   Tab pane   ? keys                                                       wl
"""##,
    "80x24 chinese assign": ##"""
  演练   ▲一级 2 04:12!  ◆二级 3 09:58  巡逻 7/11  快反 4/6  告警 ● 3  19:32:07
 1 调度 14   2 巡逻 7/11   3 快反 4/6   4 告警 3   5 动态   6 数据源   7
  等级▼     时长  编号  阶段     类型            地点           巡区 警力
▸ ▲ 一级   04:12! #4821 待派     抢劫正在发生    Mission St / … B07  –         │
  ▲ 一级   00:41  #4822 待派     民警求助        Ferry Plaza    B01  –         │
┌─ #4821 抢劫正在发生 ────────────────────────────────────────────── 推荐警力 ─┐
│ ▲ 一级  待派 04:12!  Mission St / 16th St  ·  B07                            │
│                                                                              │
│      单元     类别      行程 理由                             空出           │
│  1   3A14     车巡      0:49 本巡区、预案“一级”所需、已待命…  无，3A15 留守  │
│▸ 2   3A15     车巡      1:06 本巡区、预案“一级”所需、已待命8… 无，3A14 留守  │
│  3 ✓ Q3       快反      0:45 最近、预案“一级”所需、在5分钟快… Mission duty … │
│  4   Q5       快反      2:08 预案“一级”所需、在3分钟快反圈内… Sunset 3分钟…  │
│  5   Q1       快反      2:41 预案“一级”所需、已待命66分钟     Ferry duty po… │
│  6   Q6       快反      3:15 预案“一级”所需、在5分钟快反圈内… Bayview 5分钟… │
│  7   3A101    车巡      3:32 预案“一级”所需、已待命10分钟     B14 无警力     │
│  8   3A02     骑巡      3:41 预案“一级”所需、已待命40分钟     B01 无警力     │
│  9   3A40     步巡    26:54? 预案“一级”所需、已待命43分钟、…  B23 无警力     │
│                                                                              │
│ 3A15 本巡区、预案“一级”所需、已待命8分钟                                     │
│ 已标记：Q3                                                                   │
│ Enter send  Space mark  p plan  Esc back                                     │
└─────────────────────────────────────────────────────────────────────── 演练 ─┘
 a assign  Enter open  Space mark  / filter  : command  ! next alert  u undo
"""##,
    "160x48 chinese wall": ##"""
  演练   ×4  Evening peak  待派  ▲一级 2 04:12!  ◆二级 3 09:58  其他 4  可派  巡逻 7/11  快反 4/6  告警 ● 3            数据源 4/4 ▮▮▮▮  日志 48 211 ✓  19:32:07

  ▲ 一级警情待派                          ◆ 二级警情待派                          ○ 可派警力                              ● 未确认告警












  最久 04:12!，限 3:00                    最久 09:58，限 10:00                    共17，快反4/6                           最久 01:12

 ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
  待派与超时                                                                             ▼ 另有1起  │  此刻空缺
                                                                                                    │
    ▲ 一级    04:12!  抢劫正在发生                Mission St / …     B07   待派，超 1:12            │  ▯ Twin Peaks 3分钟圈  Q2 到场 02:40
                                                                                                    │
    ▲ 一级    00:41   民警求助                    Ferry Plaza        B01   待派                     │  ▯ Stadium 1分钟圈  Q4 已派 00:22
                                                                                                    │
    ▲ 一级    06:30   火情有人被困                Balceta Ave 0 bl…  B39   3A12 到场                │
                                                                                                    │  告警
    ◆ 二级    09:58   交通事故有伤                Lombard St / Fil…  B16   待派                     │
                                                                                                    │  ● 一级警情待派超过 3:00  01:12
    ◆ 二级    05:44   银行入侵报警                Market St 700 bl…  B03   待派                     │
                                                                                                    │  ● 3A40 失联 4分钟  01:11
    ◆ 二级    04:20   走失儿童 6 岁               Zoo Rd, north ga…  B19   待派                     │
                                                                                                    │  ● 3A33 已派超过 2:00:00  00:30
    ◆ 二级    07:03   两群人打架                  解放公园路 12 号   B05   ⚠1/2 3A07 已派           │
                                                                                                    │  ◌ 3A21 曾已派超过 2:00  08:20
    ◆ 二级    02:15   4 号门人群拥挤              Stadium            B12   ⚠1/2 3A21 已派           │
                                                                                                    │  ○ 一级警情待派超过 10:00  05:40
      三级    21:40   噪声第三次报警              Valencia St 900 …  B07   待派                     │
                                                                                                    │
      三级    18:02   纠纷 黄色                   Sunset Community   B22   待派                     │
                                                                                                    │
      三级    12:11   车辆被盗                    Geary Blvd 3400    B14   待派                     │
                                                                                                    │
      三级    16:37   盗窃已控制                  Stonestown         B20   3A33 到场                │
                                                                                                    │
      四级    27:45   违停堵路                    Noe St 400 block   B07   搁置14分                 │
                                                                                                    │
                                                                                                    │
 a assign   Enter open   Space mark   / filter   : command   ! next alert   u undo   Tab pane   ? keys                                                       wl
"""##,
    "80x24 english mono styled": ##"""
  EXERCISE    ▲P1 2 04:12!   ◆P2 3 09:58   Patrol 7/11   alerts ● 3    19:32:07
~abbbbbbbbbbaaacccccabbbbbbaaacccccadddddaaaaaaaaaaccccaaaaaaaaaacccaaaacccccccca
 1 Dispatch 14   2 Patrol 7/11   3 QRU 4/6   4 Alerts 3   5 Activity   6   7
~ccccccccccccccc.............................eeeeeeeeeeee
  PRI▼     AGE  NO.   STAGE    TYPE              PLACE          BEAT UNITS
~..ffff
▸ ▲ P1   04:12! #4821 waiting  Robbery in progr… Mission St / … B07  –         │
~aaccccaaabbbbbbaaaaaaaaaaaaaaaacccccccccccccccccaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
  ▲ P1   00:41  #4822 waiting  Officer needs as… Ferry Plaza    B01  –         │
~..cccc.........................eeeeeeeeeeeeeeeee
  ▲ P1   06:30  #4823 on scene Structure fire, … Balceta Ave 0… B39  3A12 Q2   │
~..cccc.........................eeeeeeeeeeeeeeeee
  ◆ P2   09:58  #4824 waiting  Traffic collisio… Lombard St / … B16  –         │
~..eeee...fffff
  ◆ P2   05:44  #4826 waiting  Intrusion alarm,… Market St 700… B03  –         │
~..eeee
  ◆ P2   04:20  #4827 waiting  Missing child, 6… Zoo Rd, north… B19  –         │
~..eeee
  ◆ P2   07:03  #4825 assigned Fight, two groups 解放公园路 12… B05  ⚠1/2 3A07 │
~..eeee...............................................................eeeee
  ◆ P2   02:15  #4828 assigned Crowd pressure, … Stadium        B12  ⚠1/2 +2   │
~..eeee...............................................................eeeee
    P3   21:40  #4829 waiting  Noise, third call Valencia St …  B07  –         │
    P3   18:02  #4830 waiting  Dispute, grade y… Sunset Commun… B22  –         │
    P3   12:11  #4832 waiting  Vehicle theft re… Geary Blvd …   B14  –         │
    P3   16:37  #4831 on scene Shoplifting, held Stonestown     B20  3A33      │
    P4   27:45  #4833 held 14m Parking, blocked… Noe St 400 bl… B07  –
  ▼ 1 more
─ #4821 Robbery in progress ────────────────────────────────────────────────────
~.eeeeeeeeeeeeeeeeeeeeeeeeeee
  ▲ P1  waiting 04:12  limit 3:00, over by 1:12                               │
~..cccc..........ggggggggggggggggggggggggggggggg
  Mission St / 16th St  ·  B07  ·  received 19:27:55                          │
~..eeeeeeeeeeeeeeeeeeee
  19:29:30 2nd call 店员: 两名男子持刀，抢走收银机现金
~...........eeeeeeeee......eeeeeeeeeeeeeeeeeeeeeeeeeeee
  Reports 2
  19:27:55 Mrs. Chen: two men with a knife at the corner shop, one ran north
~......................eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee
 a assign  Enter open  Space mark  / filter  : command  ! next alert  u undo
~acaaaaaaaaacccccaaaaaaacccccaaaaaaacaaaaaaaaacaaaaaaaaaacaaaaaaaaaaaaacaaaaaaaaa
a = selection
b = status.emergency
c = strip.strong
d = default on default underline reverse
e = text.strong
f = header.sorted
g = mode.replay
"""##,
    "80x24 english feeds styled": ##"""
  EXERCISE    ▲P1 2 04:12!   ◆P2 4 09:58   Patrol 7/11   alerts ● 5    19:32:07
~abbbbbbbbbbaaacccccaccccccaaadddddadddddaaaeeeeeeeffffaaaeeeeeeecccaaaaffffffffa
 1 Dispatch 15   2 Patrol 7/11   3 QRU 4/6   4 Alerts 5   5   6 Feeds 5/7   7
~ggggggggggggggghggggggggggggggghggggggggggghiiiiiiiiiiiihggghjjjjjjjjjjjjjhggghh
  STATUS         FEED         LAST MSG/S   LAG ERRORS  LOST DEAD FROM
~hhgggggghhhhhhhhhgggghhhhhhhhhgggghggggghhhggghgggggghhgggghgggghgggghhhhhhhhhhh
▸ ⚠ FAILED       alarms          –     –     –      4     1    0 …
~kkllllllllkkkkkkkjjjjjjkkkkkkkkkkkkkkkkkkkkkkmkkkkkknkkkkknkkkkmkmmmmmmmmmmmmmmk
  ▯ SILENT 6m    cameras        6m     0  2.0s      0     0    3 unix:/run/wat…
~hhiiiiiiiiiiihhhhhhhhhhhhhhhhhhhiihhhhhhhhgggghhhhhhghhhhhghhhhihggggggggggggggh
  ○ waiting      社区网格        –     –     –      0     0    0 fifo:/tmp/网格
~hhggggggggghhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhghhhhhhghhhhhghhhhghggggggggggggggh
  ▮ open         weather        2h     0     –      0     0    0 file:/var/spo…
~hhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhghhhhhhghhhhhghhhhghggggggggggggggh
  ▮ fresh        cad            2s   3.4  0.3s      0     0    0 …
~hhooooooohhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhgggghhhhhhghhhhhghhhhghggggggggggggggh
  ▮ fresh        positions      0s    26     –      0     0    0 …
~hhooooooohhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhghhhhhhghhhhhghhhhghggggggggggggggh
  ✓ ended        night shift    1h     –     –      0     0    0 stdin
~hhggggggghhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhghhhhhhghhhhhghhhhghggggghhhhhhhhhh

~hhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhh

~hhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhh

~hhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhh

~hhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhh

~hhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhh

~hhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhh

~hhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhh
─ feed alarms ──────────────────────────────────────────────────────────────────
~pqqqqqqqqqqqqqpppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppp
  ⚠ FAILED  alarms                                                            │
~hhrrrrrrrrqqqqqqqqhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhgh
  127.0.0.1:7002 is in use by another program; choose another port            │
~hhiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiihhhhhhhhhhhhgh
  from       tcp:127.0.0.1:7002
~hhggggggggggghhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhh
  heartbeat  stale after 1 min of silence
~hhggggggggggghhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhh
  last       nothing since its start 3 h ago
~hhggggggggggghhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhh
 a assign  Enter open  Space mark  / filter  : command  ! next alert  u undo
~afaeeeeeeaafffffaeeeeaafffffaeeeeaafaeeeeeeaafaeeeeeeeaafaeeeeeeeeeeaafaeeeeaaaa
a = strip
b = mode.exercise
c = #ff7f50 on #1b232c bold
d = strip.warning
e = strip.label
f = strip.strong
g = text.dim
h = text
i = priority.p2
j = #f2f5f7 on #22303d bold
k = button
l = #ff7f50 on #22303d bold
m = #84909d on #22303d
n = #e69f00 on #22303d
o = stage.onscene
p = border
q = text.strong
r = priority.p1
"""##,
    "160x48 chinese feeds": ##"""
  演练   ×4  Evening peak  待派  ▲一级 2 04:12!  ◆二级 4 09:58  其他 4  可派  巡逻 7/11  快反 4/6  告警 ● 5            数据源 4/4 ▮▮▮▮  日志 48 211 ✓  19:32:07
┌─ 1 调度 ──────────────────────────────────────────────────────────────── 10起待派 · 15起在办 ─┐┌─ 6 数据源 ─────────────────────────────────────── 7中5正常 ─┐
│  等级▼      时长   编号   阶段      类型                 地点                巡区  警力       ││  状态       数据源       最近 条/秒  延迟   故障  丢失 死信 │
│  ▲ 一级    04:12!  #4821  待派      抢劫正在发生         Mission St / 16th…  B07   –          ││▸ ⚠ 故障     alarms          –     –     –      4     1    0 │
│  ▲ 一级    00:41   #4822  待派      民警求助             Ferry Plaza         B01   –          ││  ▯ 静默 6分 cameras       6分     0 2.0秒      0     0    3 │
│  ▲ 一级    06:30   #4823  到场      火情有人被困         Balceta Ave 0 blo…  B39   3A12 Q2    ││  ○ 等待     社区网格        –     –     –      0     0    0 │
│  ◆ 二级    09:58   #4824  待派      交通事故有伤         Lombard St / Fill…  B16   –          ││  ▮ 接通     weather       2时     0     –      0     0    0 │
│  ◆ 二级    06:45   #4900  待派      银行入侵报警  ⚠ 6分  Pier 7                    –          ││  ▮ 正常     cad           2秒   3.4 0.3秒      0     0    0 │
│  ◆ 二级    05:44   #4826  待派      银行入侵报警         Market St 700 blo…  B03   –          ││  ▮ 正常     positions     0秒    26     –      0     0    0 │
│  ◆ 二级    04:20   #4827  待派      走失儿童 6 岁        Zoo Rd, north gate  B19   –          ││  ✓ 结束     night shift   1时     –     –      0     0    0 │
│  ◆ 二级    07:03   #4825  已派      两群人打架           解放公园路 12 号    B05   ⚠1/2 3A07  ││                                                             │
│  ◆ 二级    02:15   #4828  已派      4 号门人群拥挤       Stadium             B12   ⚠1/2 +2    ││                                                             │
│    三级    21:40   #4829  待派      噪声第三次报警       Valencia St 900 b…  B07   –          ││                                                             │
│    三级    18:02   #4830  待派      纠纷 黄色            Sunset Community    B22   –          ││                                                             │
│    三级    12:11   #4832  待派      车辆被盗             Geary Blvd 3400     B14   –          ││                                                             │
│    三级    16:37   #4831  到场      盗窃已控制           Stonestown          B20   3A33       ││                                                             │
│    四级    27:45   #4833  搁置14分  违停堵路             Noe St 400 block    B07   –          ││                                                             │
│    五级    52:10   #4834  待派      社区走访             Bayview Centre      B23   –          ││                                                             │
│                                                                                               ││                                                             │
│                                                                                               ││                                                             │
│                                                                                               ││                                                             │
│                                                                                               ││                                                             │
│                                                                                               ││                                                             │
│                                                                                               ││                                                             │
└───────────────────────────────────────────────────────────────────────────────────────────────┘│                                                             │
┌─ 数据源 alarms ───────────────────────────────────────────────────────────────────────────────┐│                                                             │
│  ⚠ 故障  alarms                                                                               ││                                                             │
│  127.0.0.1:7002 已被其他程序占用，请换用其他端口                                              ││                                                             │
│  来自       tcp:127.0.0.1:7002                                                                ││                                                             │
│  心跳       静默 1分钟后视为失效                                                              ││                                                             │
│  最近       启动3小时以来尚无消息                                                             ││                                                             │
│  消息       收取0、重复0                                                                      ││                                                             │
│  速率       每秒–条，上限200 000                                                              ││                                                             │
│  时间       无异常                                                                            ││                                                             │
│  损失       未能保存1、重新打开3次                                                            │└─────────────────────────────────────────────────────────────┘
│                                                                                               │┌─ 4 告警 ───────────────────────────────────────── 5 未确认 ─┐
│                                                                                               ││    级别   告警                         对象           时长  │
└───────────────────────────────────────────────────────────────────────────────────────────────┘│  ● 高     一级警情待派超过 3:00        #4821 抢劫…    01:12 │
┌─ 5 动态 ──────────────────────────────────────────────────────────────────────────────────────┐│  ● 中     3A40 失联 4分钟              3A40 B23       01:11 │
│  19:26:37  数据源 calls    告警：数据源 cameras 失效，已静默30秒                              ││  ● 中     数据源 cameras 失效，已静默… cameras        05:30 │
│  19:25:27  数据源 calls    告警：crowd above 5 per m²                                         ││  ● 中     crowd above 5 per m²   ⚠ 6分 cameras        06:40 │
│  19:25:22  数据源 calls    新警情 #4900：二级 银行入侵报警，“Pier 7”                          ││  ● 低     3A33 已派超过 2:00:00        3A33 #4831     00:30 │
│  19:31:57  调度员 wl       搁置 #4833至 19:46                                                 ││  ◌ 中     3A21 曾已派超过 2:00  已恢复 3A21 B12       08:20 │
│  19:31:45  调度员 wl       派 Q4 往 #4828                                                     ││  ○ 中     一级警情待派超过 10:00       #4824 交通…    05:40 │
│  19:31:45  调度员 wl       派 3A21 往 #4828                                                   ││                                                             │
│  19:31:37  规则            告警：3A33 已派超过 2:00:00                                        ││                                                             │
└───────────────────────────────────────────────────────────────────────────────────────────────┘└─────────────────────────────────────────────────────────────┘
 a assign   Enter open   Space mark   / filter   : command   ! next alert   u undo   Tab pane   ? keys                                                       wl
"""##,
    "240x67 english feeds": ##"""
  EXERCISE    ×4   Evening peak   waiting   ▲P1 2 04:12!   ◆P2 4 09:58   P3+ 4   free   Patrol 7/11   QRU 4/6   car 3/6  foot 1/2  bike 1/1  grid 1/1  volunteer 1/1   alerts ● 5     feeds 4/4 ▮▮▮▮   journal 48 211 ✓   2025-12-31   19:32:07
┌─ 1 Dispatch ──────────────────────────────────────────────────────────────────────── 10 waiting · 15 open ─┐┌─ feed alarms ─────────────────────────────────────────────────┐┌─ 2 Patrol ───────────────────────────────────── 7 free of 11 ─┐
│  PRI▼      AGE   NO.    STAGE         TYPE                         PLACE                  BEAT  UNITS      ││  ⚠ FAILED  alarms                                             ││  UNIT▼    KIND STATUS              TIME  BEAT HEARD TASK      │
│  ▲ P1    04:12!  #4821  waiting       Robbery in progress          Mission St / 16th St   B07   –          ││  127.0.0.1:7002 is in use by another program; choose another  ││  3A02     bike ○ available        40:55  B01  1s              │
│  ▲ P1    00:41   #4822  waiting       Officer needs assistance     Ferry Plaza            B01   –          ││  port                                                         ││  3A07     car  ▸ dispatched       01:35  B05  2s    #4825     │
│  ▲ P1    06:30   #4823  on scene      Structure fire, people ins…  Balceta Ave 0 block    B39   3A12 Q2    ││  from       tcp:127.0.0.1:7002                                ││  3A12     car  ● on scene         02:40  B39  3s    #4823     │
│  ◆ P2    09:58   #4824  waiting       Traffic collision, injured   Lombard St / Fillmore  B16   –          ││  heartbeat  stale after 1 min of silence                      ││  3A14     car  ○ available        22:31  B07  4s              │
│  ◆ P2    06:45   #4900  waiting       Intrusion alarm, bank  ⚠ 6m  Pier 7                       –          ││  last       nothing since its start 3 h ago                   ││  3A15     car  ○ available        08:12  B07  5s              │
│  ◆ P2    05:44   #4826  waiting       Intrusion alarm, bank        Market St 700 block    B03   –          ││  messages   0 taken, 0 repeated                               ││  3A21     car  ▸ dispatched       00:22  B12  6s    #4828     │
│  ◆ P2    04:20   #4827  waiting       Missing child, 6 years       Zoo Rd, north gate     B19   –          ││  pace       – a second, limit 200 000                         ││  3A29     car  – out of service   55:00  B02  7s    refuel    │
│  ◆ P2    07:03   #4825  assigned      Fight, two groups            解放公园路 12 号       B05   ⚠1/2 3A07  ││  times      nothing odd                                       ││  3A33     foot ● on scene         11:40  B20  8s    #4831     │
│  ◆ P2    02:15   #4828  assigned      Crowd pressure, gate 4       Stadium                B12   ⚠1/2 +2    ││  losses     1 could not be kept, opened again 3 times         ││  3A40     foot ○ available        43:20  B23  ⚠ 4m            │
│    P3    21:40   #4829  waiting       Noise, third call            Valencia St 900 block  B07   –          ││                                                               ││  3A101    car  ○ available        10:00  B14  2s              │
│    P3    18:02   #4830  waiting       Dispute, grade yellow        Sunset Community       B22   –          ││                                                               ││  grid 7   grid ○ available        20:00  B22  1s              │
│    P3    12:11   #4832  waiting       Vehicle theft report         Geary Blvd 3400        B14   –          ││                                                               ││  红袖章 2 vol… ○ available        11:40  B21  3s              │
│    P3    16:37   #4831  on scene      Shoplifting, held            Stonestown             B20   3A33       ││                                                               ││                                                               │
│    P4    27:45   #4833  held 14m      Parking, blocked drive       Noe St 400 block       B07   –          ││                                                               ││                                                               │
│    P5    52:10   #4834  waiting       Community visit request      Bayview Centre         B23   –          ││                                                               ││                                                               │
│                                                                                                            ││                                                               ││                                                               │
│                                                                                                            ││                                                               ││                                                               │
│                                                                                                            ││                                                               ││                                                               │
│                                                                                                            ││                                                               ││                                                               │
│                                                                                                            ││                                                               ││                                                               │
│                                                                                                            ││                                                               ││                                                               │
│                                                                                                            ││                                                               ││                                                               │
│                                                                                                            ││                                                               ││                                                               │
│                                                                                                            ││                                                               ││                                                               │
│                                                                                                            ││                                                               ││                                                               │
│                                                                                                            ││                                                               ││                                                               │
│                                                                                                            ││                                                               ││                                                               │
│                                                                                                            ││                                                               ││                                                               │
│                                                                                                            ││                                                               ││                                                               │
│                                                                                                            ││                                                               ││                                                               │
│                                                                                                            ││                                                               ││                                                               │
│                                                                                                            ││                                                               ││                                                               │
│                                                                                                            ││                                                               ││                                                               │
│                                                                                                            │└───────────────────────────────────────────────────────────────┘│                                                               │
│                                                                                                            │┌─ 6 Feeds ─────────────────────────────────────── 5 of 7 well ─┐└───────────────────────────────────────────────────────────────┘
│                                                                                                            ││  STATUS       FEED         LAST MSG/S   LAG ERRORS  LOST DEAD │┌─ 3 Quick response ─────────────────────────── 2 circles open ─┐
│                                                                                                            ││▸ ⚠ FAILED     alarms          –     –     –      4     1    0│││  UNIT▼ DUTY POINT STATUS       CIRCLE             TASK  HEARD │
│                                                                                                            ││  ▯ SILENT 6m  cameras        6m     0  2.0s      0     0    3│││  Q1    Ferry dut… ○ available  ▮ 1 min covered          –     │
│                                                                                                            ││  ○ waiting    社区网格        –     –     –      0     0    0│││  Q2    Twin Peaks ● on scene   ▯ 3 min OPEN 02:40 #4823 –     │
│                                                                                                            ││  ▮ open       weather        2h     0     –      0     0    0│││  Q3    Mission d… ○ available  ▮ 5 min covered          –     │
│                                                                                                            ││  ▮ fresh      cad            2s   3.4  0.3s      0     0    0│││  Q4    Stadium    ▸ dispatched ▯ 1 min OPEN 00:22 #4828 –     │
│                                                                                                            ││  ▮ fresh      positions      0s    26     –      0     0    0 ││  Q5    Sunset     ○ available  ▮ 3 min covered          –     │
│                                                                                                            ││  ▼ 1 more                                                     ││  Q6    Bayview    ○ available  ▮ 5 min covered          –     │
│                                                                                                            │└───────────────────────────────────────────────────────────────┘│                                                               │
│                                                                                                            │┌─ 5 Activity ──────────────────────────────────────────────────┐└───────────────────────────────────────────────────────────────┘
│                                                                                                            ││  19:26:37  calls  alert: source cameras stale, silent for 30 s│┌─ 4 Alerts ───────────────────────────────────── 5 unanswered ─┐
│                                                                                                            ││  19:25:27  calls  alert: crowd above 5 per m²                 ││    SEV    ALERT                        SUBJECT           AGE  │
│                                                                                                            ││  19:25:22  calls  new #4900: P2 Intrusion alarm, bank at “Pie…││  ● high   P1 waiting past 3:00         #4821 Robber…    01:12 │
│                                                                                                            ││  19:31:57  wl     held #4833 until 19:46                      ││  ● medium 3A40 not heard for 4 min     3A40 B23         01:11 │
│                                                                                                            ││  19:31:45  wl     assigned Q4 to #4828                        ││  ● medium source cameras stale, silen… cameras          05:30 │
│                                                                                                            ││  19:31:45  wl     assigned 3A21 to #4828                      ││  ● medium crowd above 5 per m²    ⚠ 6m cameras          06:40 │
│                                                                                                            ││  19:31:37  policy alert: 3A33 dispatched past 2:00:00         ││  ● low    3A33 dispatched past 2:00:00 3A33 #4831       00:30 │
│                                                                                                            ││  19:31:26  calls  new #4822: P1 Officer needs assistance at “…││  ◌ medium 3A21 was dispatche… returned 3A21 B12         08:20 │
│                                                                                                            ││  19:30:56  policy alert: 3A40 not heard for 3 min             ││  ○ medium P1 waiting past 10:00        #4824 Traffi…    05:40 │
│                                                                                                            ││  19:30:55  policy alert on #4821: P1 waiting past 3:00        ││                                                               │
│                                                                                                            ││  19:30:32  wl     assigned 3A07 to #4825                      ││                                                               │
│                                                                                                            ││  19:30:27  policy alert ended: status overdue 3A21            ││                                                               │
│                                                                                                            ││  19:30:07  wl     note on #4821: suspect in red jacket        ││                                                               │
│                                                                                                            ││  19:29:52  calls  new #4828: P2 Crowd pressure, gate 4 at “St…││                                                               │
│                                                                                                            ││  19:29:30  calls  second report joined to #4821: 两名男子持刀…││                                                               │
│                                                                                                            ││  19:29:27  3A12   Q2 arrived at #4823, 3:50 after the call    ││                                                               │
│                                                                                                            ││  19:29:27  3A12   3A12 arrived at #4823, 3:50 after the call  ││                                                               │
└────────────────────────────────────────────────────────────────────────────────────────────────────────────┘└───────────────────────────────────────────────────────────────┘└───────────────────────────────────────────────────────────────┘
 a assign   Enter open   Space mark   / filter   : command   ! next alert   u undo   Tab pane   ? keys                                                                                                                                       wl
"""##,
    "80x24 chinese letters": ##"""
  演练   ▲一级 2 04:12!  ◆二级 3 09:58  巡逻 7/11  快反 4/6  告警 ● 3  19:32:07
┌─ 死信 ──────────────────────────────────────── 保存412条，3条已被新死信替换 ─┐
│ 118  19:32:07             cameras  priority：实为 "urgent"，应为 1 至 5      │
│ 117  18:02:07             cameras  priority：实为 "urgent"，应为 1 至 5      │
│▸116  16:32:07             cameras  priority：实为 "urgent"，应为 1 至 5      │
│ 115  15:02:07             cameras  priority：实为 "urgent"，应为 1 至 5      │
│ 114  13:32:07             cameras  priority：实为 "urgent"，应为 1 至 5      │
│ 113  12:02:07             cameras  priority：实为 "urgent"，应为 1 至 5      │
│ 112  10:32:07             cameras  priority：实为 "urgent"，应为 1 至 5      │
│ 111  09:02:07             cameras  priority：实为 "urgent"，应为 1 至 5      │
│ 110  07:32:07             cameras  priority：实为 "urgent"，应为 1 至 5      │
│ 109  06:02:07             cameras  priority：实为 "urgent"，应为 1 至 5      │
│ 108  04:32:07             cameras  priority：实为 "urgent"，应为 1 至 5      │
│ 107  03:02:07             cameras  priority：实为 "urgent"，应为 1 至 5      │
│ 106  01:32:07             cameras  priority：实为 "urgent"，应为 1 至 5      │
│ 105  00:02:07             cameras  priority：实为 "urgent"，应为 1 至 5      │
│ 104  2025-12-30 22:32:07  cameras  priority：实为 "urgent"，应为 1 至 5      │
│ 103  2025-12-30 21:02:07  cameras  priority：实为 "urgent"，应为 1 至 5      │
│ 102  2025-12-30 19:32:07  cameras  priority：实为 "urgent"，应为 1 至 5      │
│ 101  2025-12-30 18:02:07  cameras  priority：实为 "urgent"，应为 1 至 5      │
│ 仅列出最新30条；“watchfloor feeds dead-letters”列出全部                      │
│ Enter show  r send again  Esc back                                           │
└─────────────────────────────────────────────────────────────────────── 演练 ─┘
 a assign  Enter open  Space mark  / filter  : command  ! next alert  u undo
"""##,
    "80x24 english scorecard": ##"""
  EXERCISE    ▲P1 2 04:12!   ◆P2 3 09:58   Patrol 7/11   alerts ● 3    19:32:07
 1 Dispatch 14   2 Patrol 7/11   3 QRU 4/6   4 Alerts 3   5   6   7 Scorecard
  FIGURE                                   VALUE     LIMIT VERDICT
  alerts in 10 min, mean                    1.40       ≤ 1 ○ bearable
  alerts in 10 min, peak                      14      ≤ 10 ⚠ beyond the limit
  time in flood                           0.30 %     < 1 % ✓ good
  chattering sources                           0       = 0 – too little data

  since 2026-01-01, 412 alerts
  数据不足

  Sources with the most alerts
  cameras gate-4   41
  告警源   9









 a assign  Enter open  Space mark  / filter  : command  ! next alert  u undo
"""##,
    "160x48 english scorecard styled": ##"""
  EXERCISE   ×4  Evening peak  waiting  ▲P1 2 04:12!  ◆P2 3 09:58  P3+ 4  free  Patrol 7/11  QRU 4/6  alerts ● 3     feeds 4/4 ▮▮▮▮  journal 48 211 ✓  19:32:07
~abbbbbbbbbbaaccaaaaaaaaaaaaaaaadddddddaaeeeeeaeeeeeeaafffffafffffaaaaaaaaaddddaadddddddccccaaddddcccaadddddddeeeaaaaaddddddddddggggaaddddddddddddddddaacccccccca
┌─ 1 Dispatch ──────────────────────────────────────────────────────────── 9 waiting · 14 open ─┐┌─ 7 Scorecard ───────────────────────────────────────────────┐
~hhhiiiiiiiiiihhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhjjjjjjjjjjjjjjjjjjjhhhkkkiiiiiiiiiiikkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk
│  PRI▼      AGE   NO.    STAGE     TYPE                   PLACE               BEAT  UNITS      ││  FIGURE                    VALUE   LIMIT VERDICT            │
~hllmmmmlllllljjjjlljjjlllljjjjjllllljjjjllllllllllllllllllljjjjjllllllllllllllljjjjlljjjjjllllllhklljjjjjjlllllllllllllllllllljjjjjllljjjjjljjjjjjjllllllllllllk
│  ▲ P1    04:12!  #4821  waiting   Robbery in progress    Mission St / 16th…  B07   –          ││  alerts in 10 min, mean     1.40     ≤ 1 ○ bearable         │
~hllnnnnllllnnnnnnlljjjjjlllllllllllliiiiiiiiiiiiiiiiiiilllllllllllllllllllllllljjjllljllllllllllhklllllllllllllllllllllllllllllllllllllljjjllllllllllllllllllllk
│  ▲ P1    00:41   #4822  waiting   Officer needs assist…  Ferry Plaza         B01   –          ││  alerts in 10 min, peak       14    ≤ 10 ⚠ beyond the limit │
~hllnnnnlllllllllllljjjjjlllllllllllliiiiiiiiiiiiiiiiiiiiilllllllllllllllllllllljjjllljllllllllllhkllllllllllllllllllllllllllllllliilllljjjjloooooooooooooooooolk
│  ▲ P1    06:30   #4823  on scene  Structure fire, peop…  Balceta Ave 0 blo…  B39   3A12 Q2    ││  time in flood            0.30 %   < 1 % ✓ good             │
~hllnnnnlllljjjjjllljjjjjllpppppppplliiiiiiiiiiiiiiiiiiiiilllllllllllllllllllllljjjlllkkkkkkkllllhklllllllllllllllllllllllllllllllllllljjjjjlpppppplllllllllllllk
│  ◆ P2    09:58   #4824  waiting   Traffic collision, i…  Lombard St / Fill…  B16   –          ││  chattering sources            0     = 0 – too little data  │
~hlloooollllooooollljjjjjllllllllllllllllllllllllllllllllllllllllllllllllllllllljjjllljllllllllllhklllllllllllllllllllllllllllllllllllllljjjljjjjjjjjjjjjjjjjjllk
│  ◆ P2    05:44   #4826  waiting   Intrusion alarm, bank  Market St 700 blo…  B03   –          ││                                                             │
~hlloooolllllllllllljjjjjllllllllllllllllllllllllllllllllllllllllllllllllllllllljjjllljllllllllllhklllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllk
│  ◆ P2    04:20   #4827  waiting   Missing child, 6 yea…  Zoo Rd, north gate  B19   –          ││  since 2026-01-01, 412 alerts                               │
~hlloooolllllllllllljjjjjllllllllllllllllllllllllllllllllllllllllllllllllllllllljjjllljllllllllllhklljjjjjjjjjjjjjjjjjjjjjjjjjjjjlllllllllllllllllllllllllllllllk
│  ◆ P2    07:03   #4825  assigned  Fight, two groups      解放公园路 12 号    B05   ⚠1/2 3A07  ││  数据不足                                                   │
~hlloooolllljjjjjllljjjjjllkkkkkkkkllllllllllllllllllllllllllllllllllllllllllllljjjllloooookkkkllhklljjjjjjjjlllllllllllllllllllllllllllllllllllllllllllllllllllk
│  ◆ P2    02:15   #4828  assigned  Crowd pressure, gate…  Stadium             B12   ⚠1/2 +2    ││                                                             │
~hlloooolllljjjjjllljjjjjllkkkkkkkkllllllllllllllllllllllllllllllllllllllllllllljjjllloooookkllllhklllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllk
│    P3    21:40   #4829  waiting   Noise, third call      Valencia St 900 b…  B07   –          ││  Sources with the most alerts                               │
~hlllllllllllllllllljjjjjllllllllllllllllllllllllllllllllllllllllllllllllllllllljjjllljllllllllllhklljjjjjjjjjjjjjjjjjjjjjjjjjjjjlllllllllllllllllllllllllllllllk
│    P3    18:02   #4830  waiting   Dispute, grade yellow  Sunset Community    B22   –          ││  cameras gate-4   41                                        │
~hlllllllllllllllllljjjjjllllllllllllllllllllllllllllllllllllllllllllllllllllllljjjllljllllllllllhklllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllk
│    P3    12:11   #4832  waiting   Vehicle theft report   Geary Blvd 3400     B14   –          ││  告警源   9                                                 │
~hlllllllllllllllllljjjjjllllllllllllllllllllllllllllllllllllllllllllllllllllllljjjllljllllllllllhklllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllk
│    P3    16:37   #4831  on scene  Shoplifting, held      Stonestown          B20   3A33       ││                                                             │
~hlllllllllljjjjjllljjjjjllppppppppllllllllllllllllllllllllllllllllllllllllllllljjjlllkkkklllllllhklllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllk
│    P4    27:45   #4833  held 14m  Parking, blocked dri…  Noe St 400 block    B07   –          ││                                                             │
~hlllljjlllljjjjjllljjjjjlljjjjjjjjlljjjjjjjjjjjjjjjjjjjjjlljjjjjjjjjjjjjjjjlllljjjllljllllllllllhklllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllk
│    P5    52:10   #4834  waiting   Community visit requ…  Bayview Centre      B23   –          ││                                                             │
~hlllljjlllllllllllljjjjjlllllllllllljjjjjjjjjjjjjjjjjjjjjlljjjjjjjjjjjjjjlllllljjjllljllllllllllhklllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllk
│                                                                                               ││                                                             │
~hlllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllhklllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllk
│                                                                                               ││                                                             │
~hlllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllhklllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllk
│                                                                                               ││                                                             │
~hlllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllhklllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllk
│                                                                                               ││                                                             │
~hlllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllhklllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllk
│                                                                                               ││                                                             │
~hlllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllhklllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllk
│                                                                                               ││                                                             │
~hlllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllhklllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllk
│                                                                                               ││                                                             │
~hlllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllhklllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllk
└───────────────────────────────────────────────────────────────────────────────────────────────┘│                                                             │
~hhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhklllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllk
┌─ #4821 Robbery in progress ───────────────────────────────────────────────────────────────────┐│                                                             │
~hhhiiiiiiiiiiiiiiiiiiiiiiiiihhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhklllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllk
│  ▲ P1  waiting 04:12  limit 3:00, over by      Timeline                                       ││                                                             │
~hllnnnnllllllllllnnnnnnnnnnnnnnnnnnnnnnnnnnnllllljjjjjjjjlllllllllllllllllllllllllllllllllllllllhklllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllk
│    1:12                                        19:30:55  policy alert on #4821: P1 waiting    ││                                                             │
~hllllnnnnlllllllllllllllllllllllllllllllllllllllljjjjjjjjjjjjjjjjjooooooooooooooooooooooooooolllhklllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllk
│  Mission St / 16th St  ·  B07  ·  received                      past 3:00                     ││                                                             │
~hlliiiiiiiiiiiiiiiiiiiijjjjjjjjjjjjjjjjjjjjjjlllllllllllllllllllllooooooooolllllllllllllllllllllhklllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllk
│    19:27:55                                    19:30:07  wl     note: suspect in red jacket   ││                                                             │
~hlllljjjjjjjjlllllllllllllllllllllllllllllllllllljjjjjjjjjjkkkkkkkllllllllllllllllllllllllllllllhklllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllk
│  19:29:30 2nd call 店员: 两名男子持刀，抢走收  19:29:30  calls  second report: 两名男子持刀   ││                                                             │
~hlljjjjjjjjjooooooooojjjjjjiiiiiiiiiiiiiiiiiiiilljjjjjjjjjjjjjjjjjllllllllllllllllllllllllllllllhklllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllk
│    银机现金                                                     ，抢走收银机现金              ││                                                             │
~hlllliiiiiiiilllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllhklllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllk
│                                                19:27:55  calls  reported: P1 Robbery in       ││                                                             │
~hlllllllllllllllllllllllllllllllllllllllllllllllljjjjjjjjjjjjjjjjjllllllllllllllllllllllllllllllhklllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllk
│  Reports 2                                                      progress at “Mission St /     ││                                                             │
~hlljjjjjjjjjllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllhklllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllk
│  19:27:55 Mrs. Chen: two men with a knife at                    16th St”                      │└─────────────────────────────────────────────────────────────┘
~hlljjjjjjjjjjjjjjjjjjjjiiiiiiiiiiiiiiiiiiiiiiiilllllllllllllllllllllllllllllllllllllllllllllllllhkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk
│    the corner shop, one ran north                                                             │┌─ 4 Alerts ─────────────────────────────────── 3 unanswered ─┐
~hlllliiiiiiiiiiiiiiiiiiiiiiiiiiiiiilllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllhhhhiiiiiiiihhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhjjjjjjjjjjjjhhh
│                                                                                               ││    SEV    ALERT                        SUBJECT         AGE  │
~hlllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllhhlllljjjlllljjjjjlllllllllllllllllllllllljjjjjjjllllllllljjjjlh
└───────────────────────────────────────────────────────────────────────────────────────────────┘│  ● high   P1 waiting past 3:00         #4821 Robb…    01:12 │
~hhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhllnlnnnnllliiiiiiiiiiiiiiiiiiiillllllllljjjjjjjjjjjllllnnnnnlh
┌─ 5 Activity ──────────────────────────────────────────────────────────────────────────────────┐│  ● medium 3A40 not heard for 4 min     3A40 B23       01:11 │
~hhhiiiiiiiiiihhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhllqlqqqqqqliiiiiiiiiiiiiiiiiiiiiiiillllljjjjjjjjlllllllqqqqqlh
│  19:31:57  dispatcher wl   held #4833 until 19:46                                             ││  ● low    3A33 dispatched past 2:00:00 3A33 #4831     00:30 │
~hlljjjjjjjjjjkkkkkkkkkkkkkkkklllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllhhllrlrrrlllliiiiiiiiiiiiiiiiiiiiiiiiiiiiljjjjjjjjjjlllllrrrrrlh
│  19:31:45  dispatcher wl   assigned Q4 to #4828                                               ││  ◌ medium 3A21 was dispatche… returned 3A21 B12       08:20 │
~hlljjjjjjjjjjkkkkkkkkkkkkkkkklllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllhhllklkkkkkklkkkkkkkkkkkkkkkkkkklkkkkkkkkljjjjjjjjllllllljjjjjlh
│  19:31:45  dispatcher wl   assigned 3A21 to #4828                                             ││  ○ medium P1 waiting past 10:00        #4824 Traf…    05:40 │
~hlljjjjjjjjjjkkkkkkkkkkkkkkkklllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllhhlljljjjjjjljjjjjjjjjjjjjjjjjjjjjlllllllljjjjjjjjjjjlllljjjjjlh
│  19:31:37  policy          alert: 3A33 dispatched past 2:00:00                                ││                                                             │
~hlljjjjjjjjjjjjjjjjjjjjjjjjjjooooooooooooooooooooooooooooooooooollllllllllllllllllllllllllllllllhhlllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllh
│  19:31:26  feed calls      new #4822: P1 Officer needs assistance at “Ferry Plaza”            ││                                                             │
~hlljjjjjjjjjjjjjjjjjjjjjjjjjjlllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllhhlllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllh
│  19:30:56  policy          alert: 3A40 not heard for 3 min                                    ││                                                             │
~hlljjjjjjjjjjjjjjjjjjjjjjjjjjooooooooooooooooooooooooooooooollllllllllllllllllllllllllllllllllllhhlllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllh
│  19:30:55  policy          alert on #4821: P1 waiting past 3:00                               ││                                                             │
~hlljjjjjjjjjjjjjjjjjjjjjjjjjjoooooooooooooooooooooooooooooooooooolllllllllllllllllllllllllllllllhhlllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllh
└───────────────────────────────────────────────────────────────────────────────────────────────┘└─────────────────────────────────────────────────────────────┘
~hhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhh
 a assign   Enter open   Space mark   / filter   : command   ! next alert   u undo   Tab pane   ? keys                                                       wl
~acaddddddaaacccccaddddaaacccccaddddaaacaddddddaaacadddddddaaacaddddddddddaaacaddddaaacccaddddaaacaddddaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaadda
a = strip
b = mode.exercise
c = strip.strong
d = strip.label
e = #ff7f50 on #1b232c bold
f = strip.warning
g = #4cc29a on #1b232c
h = border
i = text.strong
j = text.dim
k = text.link
l = text
m = header.sorted
n = priority.p1
o = priority.p2
p = stage.onscene
q = alert.p2.unanswered
r = alert.p3.unanswered
"""##,
    "160x48 english flood styled": ##"""
  EXERCISE   ×4  waiting  ▲P1 2 04:12!  ◆P2 3 09:58  P3+ 4  free  Patrol 7/11  QRU 4/6   ⚠ FLOOD   alerts ● 46       feeds 4/4 ▮▮▮▮  journal 48 211 ✓  19:32:07
~abbbbbbbbbbaaccaadddddddaaeeeeeaeeeeeeaafffffafffffaaaaaaaaaddddaadddddddccccaaddddcccaaeeeeeeeeeaadddddddeeeeaaaaaaaddddddddddggggaaddddddddddddddddaacccccccca
┌─ 1 Dispatch ──────────────────────────────────────────────────────────── 9 waiting · 14 open ─┐┌─ 2 Patrol ─────────────────────────────────── 7 free of 11 ─┐
~hhhiiiiiiiiiihhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhjjjjjjjjjjjjjjjjjjjhhhhhhiiiiiiiihhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhjjjjjjjjjjjjhhh
│  PRI▼      AGE   NO.    STAGE     TYPE                   PLACE               BEAT  UNITS      ││  UNIT▼    KIND STATUS            TIME  BEAT HEARD TASK      │
~hkkllllkkkkkkjjjjkkjjjkkkkjjjjjkkkkkjjjjkkkkkkkkkkkkkkkkkkkjjjjjkkkkkkkkkkkkkkkjjjjkkjjjjjkkkkkkhhkklllllkkkkjjjjkjjjjjjkkkkkkkkkkkkjjjjjkjjjjkjjjjjkjjjjkkkkkkh
│  ▲ P1    04:12!  #4821  waiting   Robbery in progress    Mission St / 16th…  B07   –          ││  3A02     bike ○ available      40:55  B01  1s              │
~hkkmmmmkkkkmmmmmmkkjjjjjkkkkkkkkkkkkiiiiiiiiiiiiiiiiiiikkkkkkkkkkkkkkkkkkkkkkkkjjjkkkjkkkkkkkkkkhhkkiiiikkkkkjjjjkkkkkkkkkkkkkkkkkkjjjjjkkjjjkkjjkkkkkkkkkkkkkkh
│  ▲ P1    00:41   #4822  waiting   Officer needs assist…  Ferry Plaza         B01   –          ││  3A07     car  ▸ dispatched     01:35  B05  2s    #4825     │
~hkkmmmmkkkkkkkkkkkkjjjjjkkkkkkkkkkkkiiiiiiiiiiiiiiiiiiiiikkkkkkkkkkkkkkkkkkkkkkjjjkkkjkkkkkkkkkkhhkkiiiikkkkkjjjkknnnnnnnnnnnnkkkkkoooookkjjjkkjjkkkkjjjjjkkkkkh
│  ▲ P1    06:30   #4823  on scene  Structure fire, peop…  Balceta Ave 0 blo…  B39   3A12 Q2    ││  3A12     car  ● on scene       02:40  B39  3s    #4823     │
~hkkmmmmkkkkjjjjjkkkjjjjjkkppppppppkkiiiiiiiiiiiiiiiiiiiiikkkkkkkkkkkkkkkkkkkkkkjjjkkknnnnnnnkkkkhhkkiiiikkkkkjjjkkppppppppppkkkkkkkkkkkkkkjjjkkjjkkkkjjjjjkkkkkh
│  ◆ P2    09:58   #4824  waiting   Traffic collision, i…  Lombard St / Fill…  B16   –          ││  3A14     car  ○ available      22:31  B07  4s              │
~hkkooookkkkoooookkkjjjjjkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkjjjkkkjkkkkkkkkkkhhkkiiiikkkkkjjjkkkkkkkkkkkkkkkkkkkjjjjjkkjjjkkjjkkkkkkkkkkkkkkh
│  ◆ P2    05:44   #4826  waiting   Intrusion alarm, bank  Market St 700 blo…  B03   –          ││  3A15     car  ○ available      08:12  B07  5s              │
~hkkooookkkkkkkkkkkkjjjjjkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkjjjkkkjkkkkkkkkkkhhkkiiiikkkkkjjjkkkkkkkkkkkkkkkkkkkjjjjjkkjjjkkjjkkkkkkkkkkkkkkh
│  ◆ P2    04:20   #4827  waiting   Missing child, 6 yea…  Zoo Rd, north gate  B19   –          ││  3A21     car  ▸ dispatched     00:22  B12  6s    #4828     │
~hkkooookkkkkkkkkkkkjjjjjkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkjjjkkkjkkkkkkkkkkhhkkiiiikkkkkjjjkknnnnnnnnnnnnkkkkkkkkkkkkjjjkkjjkkkkjjjjjkkkkkh
│  ◆ P2    07:03   #4825  assigned  Fight, two groups      解放公园路 12 号    B05   ⚠1/2 3A07  ││  3A29     car  – out            55:00  B02  7s    refuel    │
~hkkooookkkkjjjjjkkkjjjjjkknnnnnnnnkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkjjjkkkooooonnnnkkhhkkjjjjkkkkkjjjkkjjjjjkkkkkkkkkkkkjjjjjkkjjjkkjjkkkkjjjjjjkkkkh
│  ◆ P2    02:15   #4828  assigned  Crowd pressure, gate…  Stadium             B12   ⚠1/2 +2    ││  3A33     foot ● on scene       11:40  B20  8s    #4831     │
~hkkooookkkkjjjjjkkkjjjjjkknnnnnnnnkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkjjjkkkooooonnkkkkhhkkiiiikkkkkjjjjkppppppppppkkkkkkkkkkkkkkjjjkkjjkkkkjjjjjkkkkkh
│    P3    21:40   #4829  waiting   Noise, third call      Valencia St 900 b…  B07   –          ││  3A40     foot ○ available      43:20  B23  ⚠ 4m            │
~hkkkkkkkkkkkkkkkkkkjjjjjkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkjjjkkkjkkkkkkkkkkhhkkiiiikkkkkjjjjkkkkkkkkkkkkkkkkkkjjjjjkkjjjkkooookkkkkkkkkkkkh
│    P3    18:02   #4830  waiting   Dispute, grade yellow  Sunset Community    B22   –          ││  3A101    car  ○ available      10:00  B14  2s              │
~hkkkkkkkkkkkkkkkkkkjjjjjkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkjjjkkkjkkkkkkkkkkhhkkiiiiikkkkjjjkkkkkkkkkkkkkkkkkkkjjjjjkkjjjkkjjkkkkkkkkkkkkkkh
│    P3    12:11   #4832  waiting   Vehicle theft report   Geary Blvd 3400     B14   –          ││  grid 7   grid ○ available      20:00  B22  1s              │
~hkkkkkkkkkkkkkkkkkkjjjjjkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkjjjkkkjkkkkkkkkkkhhkkiiiiiikkkjjjjkkkkkkkkkkkkkkkkkkjjjjjkkjjjkkjjkkkkkkkkkkkkkkh
│    P3    16:37   #4831  on scene  Shoplifting, held      Stonestown          B20   3A33       ││  红袖章 2 vol… ○ available      11:40  B21  3s              │
~hkkkkkkkkkkjjjjjkkkjjjjjkkppppppppkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkjjjkkknnnnkkkkkkkhhkkiiiiiiiikjjjjkkkkkkkkkkkkkkkkkkjjjjjkkjjjkkjjkkkkkkkkkkkkkkh
│    P4    27:45   #4833  held 14m  Parking, blocked dri…  Noe St 400 block    B07   –          ││                                                             │
~hkkkkjjkkkkjjjjjkkkjjjjjkkjjjjjjjjkkjjjjjjjjjjjjjjjjjjjjjkkjjjjjjjjjjjjjjjjkkkkjjjkkkjkkkkkkkkkkhhkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkh
│    P5    52:10   #4834  waiting   Community visit requ…  Bayview Centre      B23   –          ││                                                             │
~hkkkkjjkkkkkkkkkkkkjjjjjkkkkkkkkkkkkjjjjjjjjjjjjjjjjjjjjjkkjjjjjjjjjjjjjjkkkkkkjjjkkkjkkkkkkkkkkhhkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkh
│                                                                                               ││                                                             │
~hkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkhhkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkh
│                                                                                               ││                                                             │
~hkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkhhkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkh
│                                                                                               ││                                                             │
~hkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkhhkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkh
│                                                                                               ││                                                             │
~hkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkhhkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkh
│                                                                                               ││                                                             │
~hkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkhhkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkh
│                                                                                               ││                                                             │
~hkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkhhkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkh
│                                                                                               ││                                                             │
~hkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkhhkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkh
└───────────────────────────────────────────────────────────────────────────────────────────────┘└─────────────────────────────────────────────────────────────┘
~hhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhh
┌─ waiting too long ────────────────────────────────────────────────────────────────────────────┐┌─ 3 Quick response ───────────────────────── 2 circles open ─┐
~hhhiiiiiiiiiiiiiiiihhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhiiiiiiiiiiiiiiiihhhhhhhhhhhhhhhhhhhhhhhhhhhjjjjjjjjjjjjjjhhh
│  ● P1 waiting past 3:00                       │Timeline                                       ││  UNIT▼   DUTY POINT STATUS       CIRCLE               TASK  │
~hkkmmiiiiiiiiiiiiiiiiiiiikkkkkkkkkkkkkkkkkkkkkkkjjjjjjjjjkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkhhkklllllkkkjjjjjjjjjjkjjjjjjkkkkkkkjjjjjjkkkkkkkkkkkkkkkjjjjkkh
│  high · unanswered  19:30:55, 01:12           │19:30:55  policy alert on #4821: P1 waiting    ││  Q1      Ferry dut… ○ available  ▮ 1 min covered            │
~hkkmmmmmmmmmmmmmmmmmjjjjjjjjjjjjjjjjjkkkkkkkkkkkjjjjjjjjjjjjjjjjjjoooooooooooooooooooooooooookkkhhkkiikkkkkkjjjjjjjjjjkkkkkkkkkkkkkkpppppppppppppppkkkkkkkkkkkkh
│                                               │                 past 3:00                     ││  Q2      Twin Peaks ● on scene   ▯ 3 min OPEN 02:40   #4823 │
~hkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkjkkkkkkkkkkkkkkkkkoooooooookkkkkkkkkkkkkkkkkkkkkhhkkiikkkkkkjjjjjjjjjjkppppppppppkkkooooooooooooooooookkkjjjjjkh
│  #4821 P1 Robbery in progress, Mission St /   │19:30:07  wl     note on #4821: suspect in     ││  Q3      Mission d… ○ available  ▮ 5 min covered            │
~hkknnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnkkjjjjjjjjjjjnnnnnnnkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkhhkkiikkkkkkjjjjjjjjjjkkkkkkkkkkkkkkpppppppppppppppkkkkkkkkkkkkh
│    16th St                                    │                 red jacket                    ││  Q4      Stadium    ▸ dispatched ▯ 1 min OPEN 00:22   #4828 │
~hkkkknnnnnnnkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkjkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkhhkkiikkkkkkjjjjjjjkkkknnnnnnnnnnnnkooooooooooooooooookkkjjjjjkh
│  ▲ P1  waiting 04:12  limit 3:00, over by     │19:29:30  calls  second report joined to       ││  Q5      Sunset     ○ available  ▮ 3 min covered            │
~hkkmmmmkkkkkkkkkkmmmmmmmmmmmmmmmmmmmmmmmmmmmkkkkjjjjjjjjjjjjjjjjjjkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkhhkkiikkkkkkjjjjjjkkkkkkkkkkkkkkkkkkpppppppppppppppkkkkkkkkkkkkh
│    1:12                                       │                 #4821: 两名男子持刀，抢走收   ││  Q6      Bayview    ○ available  ▮ 5 min covered            │
~hkkkkmmmmkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkjkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkhhkkiikkkkkkjjjjjjjkkkkkkkkkkkkkkkkkpppppppppppppppkkkkkkkkkkkkh
│  Mission St / 16th St  ·  B07  ·  received    │                 银机现金                      ││                                                             │
~hkkiiiiiiiiiiiiiiiiiiiijjjjjjjjjjjjjjjjjjjjjjkkkjkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkhhkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkh
│    19:27:55                                    19:27:55  calls  new #4821: P1 Robbery in      │└─────────────────────────────────────────────────────────────┘
~hkkkkjjjjjjjjkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkjjjjjjjjjjjjjjjjjkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhh
│  19:29:30 2nd call 店员: 两名男子持刀，抢走收                   progress at “Mission St /     │┌─ 4 Alerts ────────────────────────────────── 46 unanswered ─┐
~hkkjjjjjjjjjooooooooojjjjjjiiiiiiiiiiiiiiiiiiiikkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkhnnniiiiiiiinnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnjjjjjjjjjjjjjnnn
│    银机现金                                                     16th St”                      ││ ⚠ FLOOD since 19:25: 48 on the board came on in 10 min      │
~hkkkkiiiiiiiikkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkhnmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmn
└───────────────────────────────────────────────────────────────────────────────────────────────┘│    SEV    ALERT                        SUBJECT         AGE  │
~hhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhnkkkkjjjkkkkjjjjjkkkkkkkkkkkkkkkkkkkkkkkkjjjjjjjkkkkkkkkkjjjjkn
┌─ 5 Activity ──────────────────────────────────────────────────────────────────────────────────┐│▸ ● high   P1 waiting past 3:00         #4821 Robb…    01:12 │
~hhhiiiiiiiiiihhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhnqqrqrrrrqqqssssssssssssssssssssqqqqqqqqqtttttttttttqqqqrrrrrqn
│  19:28:47  feed plant      alert: reservoir overflow                                          ││  ● high   reservoir overflow           Waterworks     03:20 │
~hkkjjjjjjjjjjjjjjjjjjjjjjjjjjoooooooooooooooooooooooookkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkhnkkmkmmmmkkkiiiiiiiiiiiiiiiiiikkkkkkkkkkkjjjjjjjjjjkkkkkmmmmmkn
│  19:27:07  feed plant      alert: low pressure                                                ││  ◌ medium 3A21 was disp… returned ▸ +1 3A21 B12       08:20 │
~hkkjjjjjjjjjjjjjjjjjjjjjjjjjjoooooooooooooooooookkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkhnkknknnnnnnknnnnnnnnnnnnnnknnnnnnnnkooookjjjjjjjjkkkkkkkjjjjjkn
│  19:27:07  feed plant      alert: low pressure                                                ││  ● medium pump 3 stopped         ▸ +41 Waterworks     07:00 │
~hkkjjjjjjjjjjjjjjjjjjjjjjjjjjoooooooooooooooooookkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkhnkkukuuuuuukiiiiiiiiiiiiiikkkkkkkkkoooookjjjjjjjjjjkkkkkuuuuukn
│  19:27:07  feed plant      alert: low pressure                                                ││  ● medium 3A40 not heard for 4 min     3A40 B23       01:11 │
~hkkjjjjjjjjjjjjjjjjjjjjjjjjjjoooooooooooooooooookkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkhnkkukuuuuuukiiiiiiiiiiiiiiiiiiiiiiiikkkkkjjjjjjjjkkkkkkkuuuuukn
│  19:25:32  policy          alert flood: 14 in 10 min                                          ││  ○ medium P1 waiting past 10:00        #4824 Traf…    05:40 │
~hkkjjjjjjjjjjjjjjjjjjjjjjjjjjkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkhnkkjkjjjjjjkjjjjjjjjjjjjjjjjjjjjjkkkkkkkkjjjjjjjjjjjkkkkjjjjjkn
│  19:25:27  feed plant      alert: low flow                                                    ││                                                             │
~hkkjjjjjjjjjjjjjjjjjjjjjjjjjjoooooooooooooookkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkhnkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkn
│  19:25:27  feed plant      alert: low flow                                                    ││                                                             │
~hkkjjjjjjjjjjjjjjjjjjjjjjjjjjoooooooooooooookkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkhnkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkn
└───────────────────────────────────────────────────────────────────────────────────────────────┘└─────────────────────────────────────────────────────────────┘
~hhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn
 a assign   Enter open   Space mark   / filter   : command   ! next alert   u undo   Tab pane   ? keys                                                       wl
~acaddddddaaacccccaddddaaacccccaddddaaacaddddddaaacadddddddaaacaddddddddddaaacaddddaaacccaddddaaacaddddaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaadda
a = strip
b = mode.exercise
c = strip.strong
d = strip.label
e = #ff7f50 on #1b232c bold
f = strip.warning
g = #4cc29a on #1b232c
h = border
i = text.strong
j = text.dim
k = text
l = header.sorted
m = priority.p1
n = text.link
o = priority.p2
p = stage.onscene
q = button
r = #ff7f50 on #22303d bold
s = #f2f5f7 on #22303d bold
t = #84909d on #22303d
u = alert.p2.unanswered
"""##,
    "80x24 chinese flood": ##"""
  演练    ▲一级 2 04:12!   ◆二级 3 09:58    ⚠ 告警泛滥    告警 ● 46    19:32:07
 1 调度 14   2 巡逻 7/11   3 快反 4/6   4 告警 46   5 动态   6 数据源   7
 ⚠ 告警泛滥，自 19:25：看板上 10 分钟内触发48条
    级别   告警                               对象                        时长
▸ ● 高     一级警情待派超过 3:00              #4821 抢劫正在发生          01:12
  ● 高     reservoir overflow                 Waterworks                  03:20
  ◌ 中     3A21 曾已派超过 2:00   已恢复 ▸ +1 3A21 B12                    08:20
  ● 中     pump 3 stopped               ▸ +41 Waterworks                  07:00
  ● 中     3A40 失联 4分钟                    3A40 B23                    01:11
  ○ 中     一级警情待派超过 10:00             #4824 交通事故有伤          05:40







─ 待派超时 ─────────────────────────────────────────────────────────────────────
  ● 一级警情待派超过 3:00                                                     │
  高 · 未确认  19:30:55, 01:12
  #4821 一级 抢劫正在发生，Mission St / 16th St
  ▲ 一级  待派 04:12  限 3:00，超 1:12
  Mission St / 16th St  ·  B07  ·  接报 19:27:55
 a assign  Enter open  Space mark  / filter  : command  ! next alert  u undo
"""##,
    "80x24 english states": ##"""
  EXERCISE    ▲P1 2 04:12!   ◆P2 3 09:58   Patrol 7/11   alerts ● 7    19:32:07
 1 Dispatch 14   2 Patrol 7/11   3 QRU 4/6   4 Alerts 7   5 Activity   6   7
    SEV    ALERT                              SUBJECT                      AGE
▸ ● high   P1 waiting past 3:00               #4821 Robbery in progre…    01:12
  ● high   bank vault                ▲ call 2 #4826 Intrusion alarm, …    05:00
  – EXERC… [EXERCISE] tsunami drill           plant                       07:10
  ● medium 3A40 not heard for 4 min           3A40 B23                    01:11
  ● low    3A33 dispatched past 2:00:00       3A33 #4831                  00:30
  – TEST   [TEST] link test                   plant                       07:10
  ● low    door 84 open            ~ flapping plant                       08:20
  ▮ medium gate 4 density             latched plant                       07:30
  ◌ medium 3A21 was dispatched past… returned 3A21 B12                    08:20
  ○ medium P1 waiting past 10:00              #4824 Traffic collision…    05:40
  ▯ high   fire panel                 latched plant                       07:20


                   ◌ 2 shelved · 1 suppressed · 1 out of service · V shows them
─ waiting too long ─────────────────────────────────────────────────────────────
  ● P1 waiting past 3:00                                                      │
  high · unanswered  19:30:55, 01:12
  #4821 P1 Robbery in progress, Mission St / 16th St
  ▲ P1  waiting 04:12  limit 3:00, over by 1:12
  Mission St / 16th St  ·  B07  ·  received 19:27:55
 a assign  Enter open  Space mark  / filter  : command  ! next alert  u undo
"""##,
    "160x48 chinese hidden": ##"""
  演练   ×4  Evening peak  待派  ▲一级 2 04:12!  ◆二级 3 09:58  其他 4  可派  巡逻 7/11  快反 4/6  告警 ● 7            数据源 4/4 ▮▮▮▮  日志 48 211 ✓  19:32:07
┌─ 1 调度 ───────────────────────────────────────────────────────────────── 9起待派 · 14起在办 ─┐┌─ 2 巡逻 ──────────────────────────────────────── 11中7可派 ─┐
│  等级▼      时长   编号   阶段      类型                 地点                巡区  警力       ││  单元▼    类别   状态            历时  巡区 信号  任务      │
│  ▲ 一级    04:12!  #4821  待派      抢劫正在发生         Mission St / 16th…  B07   –          ││  3A02     骑巡   ○ 待命         40:55  B01  1秒             │
│  ▲ 一级    00:41   #4822  待派      民警求助             Ferry Plaza         B01   –          ││  3A07     车巡   ▸ 已派         01:35  B05  2秒   #4825     │
│  ▲ 一级    06:30   #4823  到场      火情有人被困         Balceta Ave 0 blo…  B39   3A12 Q2    ││  3A12     车巡   ● 到场         02:40  B39  3秒   #4823     │
│  ◆ 二级    09:58   #4824  待派      交通事故有伤         Lombard St / Fill…  B16   –          ││  3A14     车巡   ○ 待命         22:31  B07  4秒             │
│  ◆ 二级    05:44   #4826  待派      银行入侵报警         Market St 700 blo…  B03   –          ││  3A15     车巡   ○ 待命         08:12  B07  5秒             │
│  ◆ 二级    04:20   #4827  待派      走失儿童 6 岁        Zoo Rd, north gate  B19   –          ││  3A21     车巡   ▸ 已派         00:22  B12  6秒   #4828     │
│  ◆ 二级    07:03   #4825  已派      两群人打架           解放公园路 12 号    B05   ⚠1/2 3A07  ││  3A29     车巡   – 离岗         55:00  B02  7秒   refuel    │
│  ◆ 二级    02:15   #4828  已派      4 号门人群拥挤       Stadium             B12   ⚠1/2 +2    ││  3A33     步巡   ● 到场         11:40  B20  8秒   #4831     │
│    三级    21:40   #4829  待派      噪声第三次报警       Valencia St 900 b…  B07   –          ││  3A40     步巡   ○ 待命         43:20  B23  ⚠ 4分           │
│    三级    18:02   #4830  待派      纠纷 黄色            Sunset Community    B22   –          ││  3A101    车巡   ○ 待命         10:00  B14  2秒             │
│    三级    12:11   #4832  待派      车辆被盗             Geary Blvd 3400     B14   –          ││  grid 7   网格   ○ 待命         20:00  B22  1秒             │
│    三级    16:37   #4831  到场      盗窃已控制           Stonestown          B20   3A33       ││  红袖章 2 红袖章 ○ 待命         11:40  B21  3秒             │
│    四级    27:45   #4833  搁置14分  违停堵路             Noe St 400 block    B07   –          ││                                                             │
│    五级    52:10   #4834  待派      社区走访             Bayview Centre      B23   –          ││                                                             │
│                                                                                               ││                                                             │
│                                                                                               ││                                                             │
│                                                                                               ││                                                             │
│                                                                                               ││                                                             │
│                                                                                               ││                                                             │
│                                                                                               ││                                                             │
│                                                                                               ││                                                             │
└───────────────────────────────────────────────────────────────────────────────────────────────┘└─────────────────────────────────────────────────────────────┘
┌─ 数据源告警 ──────────────────────────────────────────────────────────────────────────────────┐┌─ 3 快反 ──────────────────────────────────── 2个快反圈空缺 ─┐
│  ◌ door 80 open                                时间线                                         ││  单元▼   值守点     状态       快反圈           任务  信号  │
│  低 · 已搁置  19:23:47, 08:20                  19:30:55  规则  #4821 告警：一级警情待派超过   ││  Q1      Ferry dut… ○ 待命     ▮ 1分 已覆盖           –     │
│  ◌ 搁置至 20:02:07或告警结束：works in the                     3:00                           ││  Q2      Twin Peaks ● 到场     ▯ 3分 空缺 02:40 #4823 –     │
│  street                                        19:30:07  wl    #4821 备注：suspect in red     ││  Q3      Mission d… ○ 待命     ▮ 5分 已覆盖           –     │
│                                                                jacket                         ││  Q4      Stadium    ▸ 已派     ▯ 1分 空缺 00:22 #4828 –     │
│  来自       plant                              19:29:30  calls 第二次报警归入 #4821：两名男   ││  Q5      Sunset     ○ 待命     ▮ 3分 已覆盖           –     │
│                                                                子持刀，抢走收银机现金         ││  Q6      Bayview    ○ 待命     ▮ 5分 已覆盖           –     │
│                                                19:27:55  calls 新警情 #4821：一级 抢劫正在发  ││                                                             │
│                                                                生，“Mission St / 16th St”     │└─────────────────────────────────────────────────────────────┘
│                                                                                               │┌─ 4 告警 ──────────────── 隐藏的告警 · 按 V 返回 · 7 未确认 ─┐
│                                                                                               ││    级别 告警                对象                      时长  │
└───────────────────────────────────────────────────────────────────────────────────────────────┘│▸ ◌ 低   door 80 open        搁置至 20:02:07或告警结…  08:20 │
┌─ 5 动态 ──────────────────────────────────────────────────────────────────────────────────────┐│  ◌ 低   door 81 open        搁置至 21:32:07：works …  08:20 │
│  19:31:37  数据源 calls    告警结束：fire panel                                               ││  ◌ 低   door 82 open        抑制：maintenance hours   08:20 │
│  19:31:27  数据源 calls    告警结束：gate 4 density                                           ││  ◌ 低   door 83 open        停用：sensor broken       08:20 │
│  19:31:17  数据源 calls    告警现为反复抖动：door 84 open                                     ││                                                             │
│  19:31:07  数据源 calls    停用（sensor broken）：door 83 open                                ││                                                             │
│  19:31:07  数据源 calls    抑制（maintenance hours）：door 82 open                            ││                                                             │
│  19:31:07  数据源 calls    搁置至 21:32（works in the street）：door 81 open                  ││                                                             │
│  19:31:07  数据源 calls    搁置至 20:02（works in the street）：door 80 open                  ││                                                             │
└───────────────────────────────────────────────────────────────────────────────────────────────┘└─────────────────────────────────────────────────────────────┘
 a assign   Enter open   Space mark   / filter   : command   ! next alert   u undo   Tab pane   ? keys                                                       wl
"""##,
    "160x48 english letters": ##"""
  EXERCISE   ×4  Evening peak  waiting  ▲P1 2 04:12!  ◆P2 3 09:58  P3+ 4  free  Patrol 7/11  QRU 4/6  alerts ● 3     feeds 4/4 ▮▮▮▮  journal 48 211 ✓  19:32:07
┌─ Dead letters ────────────────────────────────────────────────────────────────────────────────────────────────────────── 412 kept, 3 gave way to newer ones ─┐
│ 118  19:32:07             cameras  priority: found "urgent"; expected 1 to 5                                                                                 │
│ 117  18:02:07             cameras  priority: found "urgent"; expected 1 to 5                                                                                 │
│▸116  16:32:07             cameras  priority: found "urgent"; expected 1 to 5                                                                                 │
│ 115  15:02:07             cameras  priority: found "urgent"; expected 1 to 5                                                                                 │
│ 114  13:32:07             cameras  priority: found "urgent"; expected 1 to 5                                                                                 │
│ 113  12:02:07             cameras  priority: found "urgent"; expected 1 to 5                                                                                 │
│ 112  10:32:07             cameras  priority: found "urgent"; expected 1 to 5                                                                                 │
│ 111  09:02:07             cameras  priority: found "urgent"; expected 1 to 5                                                                                 │
│ 110  07:32:07             cameras  priority: found "urgent"; expected 1 to 5                                                                                 │
│ 109  06:02:07             cameras  priority: found "urgent"; expected 1 to 5                                                                                 │
│ 108  04:32:07             cameras  priority: found "urgent"; expected 1 to 5                                                                                 │
│ 107  03:02:07             cameras  priority: found "urgent"; expected 1 to 5                                                                                 │
│ 106  01:32:07             cameras  priority: found "urgent"; expected 1 to 5                                                                                 │
│ 105  00:02:07             cameras  priority: found "urgent"; expected 1 to 5                                                                                 │
│ 104  2025-12-30 22:32:07  cameras  priority: found "urgent"; expected 1 to 5                                                                                 │
│ 103  2025-12-30 21:02:07  cameras  priority: found "urgent"; expected 1 to 5                                                                                 │
│ 102  2025-12-30 19:32:07  cameras  priority: found "urgent"; expected 1 to 5                                                                                 │
│ 101  2025-12-30 18:02:07  cameras  priority: found "urgent"; expected 1 to 5                                                                                 │
│ 100  2025-12-30 16:32:07  cameras  priority: found "urgent"; expected 1 to 5                                                                                 │
│  99  2025-12-30 15:02:07  cameras  priority: found "urgent"; expected 1 to 5                                                                                 │
│  98  2025-12-30 13:32:07  cameras  priority: found "urgent"; expected 1 to 5                                                                                 │
│  97  2025-12-30 12:02:07  cameras  priority: found "urgent"; expected 1 to 5                                                                                 │
│  96  2025-12-30 10:32:07  cameras  priority: found "urgent"; expected 1 to 5                                                                                 │
│  95  2025-12-30 09:02:07  cameras  priority: found "urgent"; expected 1 to 5                                                                                 │
│  94  2025-12-30 07:32:07  cameras  priority: found "urgent"; expected 1 to 5                                                                                 │
│  93  2025-12-30 06:02:07  cameras  priority: found "urgent"; expected 1 to 5                                                                                 │
│  92  2025-12-30 04:32:07  cameras  priority: found "urgent"; expected 1 to 5                                                                                 │
│  91  2025-12-30 03:02:07  cameras  priority: found "urgent"; expected 1 to 5                                                                                 │
│  90  2025-12-30 01:32:07  cameras  priority: found "urgent"; expected 1 to 5                                                                                 │
│  89  2025-12-30 00:02:07  cameras  priority: found "urgent"; expected 1 to 5                                                                                 │
│                                                                                                                                                              │
│                                                                                                                                                              │
│                                                                                                                                                              │
│                                                                                                                                                              │
│                                                                                                                                                              │
│                                                                                                                                                              │
│                                                                                                                                                              │
│                                                                                                                                                              │
│                                                                                                                                                              │
│                                                                                                                                                              │
│                                                                                                                                                              │
│                                                                                                                                                              │
│ only the newest 30 are listed; “watchfloor feeds dead-letters” lists all                                                                                     │
│ Enter show   r send again   Esc back                                                                                                                         │
└─────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────── EXERCISE ─┘
 a assign   Enter open   Space mark   / filter   : command   ! next alert   u undo   Tab pane   ? keys                                                       wl
"""##,
    "160x48 english dispute styled": ##"""
  EXERCISE   ×4  waiting  ▲P1 2 04:12!  ◆P2 3 09:58  P3+ 3  free  Patrol 7/11  QRU 4/6  alerts ● 3  ack≤60s 94%▲  process≤60s 80%▼     feeds 4/4 ▮▮▮▮  19:32:07
~abbbbbbbbbbaaccaadddddddaaeeeeeaeeeeeeaafffffafffffaaaaaaaaaddddaadddddddccccaaddddcccaadddddddeeeaaddddddddaaaaaaddddddddddddffffaaaaaddddddddddggggaacccccccca
┌─ 1 Dispatch ──────────────────────────────────────────────────────────── 8 waiting · 14 open ─┐┌─ 2 Patrol ─────────────────────────────────── 7 free of 11 ─┐
~hhhiiiiiiiiiihhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhjjjjjjjjjjjjjjjjjjjhhhkkkiiiiiiiikkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkjjjjjjjjjjjjkkk
│  PRI▼      AGE   STAGE         DISPUTE   TYPE                  PLACE               UNITS      ││  UNIT▼    KIND STATUS            TIME  BEAT HEARD TASK      │
~hllmmmmlllllljjjjlljjjjjllllllllljjjjjjjllljjjjlllllllllllllllllljjjjjllllllllllllllljjjjjllllllhkllmmmmmlllljjjjljjjjjjlllllllllllljjjjjljjjjljjjjjljjjjllllllk
│  ▲ P1    04:12!  waiting                 Robbery in progress   Mission St / 16th…  –          ││  3A02     bike ○ available      40:55  B01  1s              │
~hllnnnnllllnnnnnnlllllllllllllllllllllllllliiiiiiiiiiiiiiiiiiillllllllllllllllllllllljllllllllllhklliiiillllljjjjlllllllllllllllllljjjjjlljjjlljjllllllllllllllk
│  ▲ P1    00:41   waiting                 Officer needs assis…  Ferry Plaza         –          ││  3A07     car  ▸ dispatched     01:35  B05  2s    #4825     │
~hllnnnnlllllllllllllllllllllllllllllllllllliiiiiiiiiiiiiiiiiiiilllllllllllllllllllllljllllllllllhklliiiillllljjjllhhhhhhhhhhhhlllllooooolljjjlljjlllljjjjjlllllk
│  ▲ P1    06:30   on scene                Structure fire, peo…  Balceta Ave 0 blo…  3A12 Q2    ││  3A12     car  ● on scene       02:40  B39  3s    #4823     │
~hllnnnnlllljjjjjlllpppppppplllllllllllllllliiiiiiiiiiiiiiiiiiiillllllllllllllllllllllhhhhhhhllllhklliiiillllljjjllpppppppppplllllllllllllljjjlljjlllljjjjjlllllk
│  ◆ P2    09:58   waiting                 Traffic collision, …  Lombard St / Fill…  –          ││  3A14     car  ○ available      22:31  B07  4s              │
~hlloooollllooooollllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllljllllllllllhklliiiillllljjjllllllllllllllllllljjjjjlljjjlljjllllllllllllllk
│  ◆ P2    05:44   waiting                 Intrusion alarm, ba…  Market St 700 blo…  –          ││  3A15     car  ○ available      08:12  B07  5s              │
~hlloooolllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllljllllllllllhklliiiillllljjjllllllllllllllllllljjjjjlljjjlljjllllllllllllllk
│  ◆ P2    04:20   waiting                 Missing child, 6 ye…  Zoo Rd, north gate  –          ││  3A21     car  ▸ dispatched     00:22  B12  6s    #4828     │
~hlloooolllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllljllllllllllhklliiiillllljjjllhhhhhhhhhhhhlllllllllllljjjlljjlllljjjjjlllllk
│  ◆ P2    07:03   assigned      ■ red     Fight, two groups     解放公园路 12 号    ⚠1/2 3A07  ││  3A29     car  – out            55:00  B02  7s    refuel    │
~hlloooolllljjjjjlllhhhhhhhhllllllnnnnnlllllllllllllllllllllllllllllllllllllllllllllllooooohhhhllhklljjjjllllljjjlljjjjjlllllllllllljjjjjlljjjlljjlllljjjjjjllllk
│  ◆ P2    02:15   assigned                Crowd pressure, gat…  Stadium             ⚠1/2 +2    ││  3A33     foot ● on scene       11:40  B20  8s    #4831     │
~hlloooolllljjjjjlllhhhhhhhhllllllllllllllllllllllllllllllllllllllllllllllllllllllllllooooohhllllhklliiiillllljjjjlpppppppppplllllllllllllljjjlljjlllljjjjjlllllk
│    P3    21:40   waiting       □ blue    Noise, third call     Valencia St 900 b…  –          ││  3A40     foot ○ available      43:20  B23  ⚠ 4m            │
~hllllllllllllllllllllllllllllllllhhhhhhlllllllllllllllllllllllllllllllllllllllllllllljllllllllllhklliiiillllljjjjlllllllllllllllllljjjjjlljjjlloooollllllllllllk
│▸   P3    18:02   waiting       □ yellow  Dispute, grade yell…  Sunset Community    –          ││  3A101    car  ○ available      10:00  B14  2s              │
~hqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqrrrrrrrrqqssssssssssssssssssssqqqqqqqqqqqqqqqqqqqqqqtqqqqqqqqqqhklliiiiilllljjjllllllllllllllllllljjjjjlljjjlljjllllllllllllllk
│    P3    12:11   waiting                 Vehicle theft report  Geary Blvd 3400     –          ││  grid 7   grid ○ available      20:00  B22  1s              │
~hlllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllljllllllllllhklliiiiiillljjjjlllllllllllllllllljjjjjlljjjlljjllllllllllllllk
│    P3    16:37   on scene                Shoplifting, held     Stonestown          3A33       ││  红袖章 2 vol… ○ available      11:40  B21  3s              │
~hlllllllllljjjjjlllppppppppllllllllllllllllllllllllllllllllllllllllllllllllllllllllllhhhhlllllllhklliiiiiiiiljjjjlllllllllllllllllljjjjjlljjjlljjllllllllllllllk
│    P4    27:45   held 14m                Parking, blocked dr…  Noe St 400 block    –          ││                                                             │
~hlllljjlllljjjjjllljjjjjjjjlllllllllllllllljjjjjjjjjjjjjjjjjjjjlljjjjjjjjjjjjjjjjlllljllllllllllhklllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllk
│    P5    52:10   mediation 3d  ■ orange  Community visit req…  Bayview Centre      –          ││                                                             │
~hlllljjlllljjjjjllljjjjjjjjjjjjlluuuuuuuulljjjjjjjjjjjjjjjjjjjjlljjjjjjjjjjjjjjlllllljllllllllllhklllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllk
│                                                                                               ││                                                             │
~hlllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllhklllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllk
│                                                                                               ││                                                             │
~hlllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllhklllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllk
│                                                                                               ││                                                             │
~hlllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllhklllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllk
│                                                                                               ││                                                             │
~hlllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllhklllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllk
│                                                                                               ││                                                             │
~hlllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllhklllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllk
│                                                                                               ││                                                             │
~hlllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllhklllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllk
│                                                                                               ││                                                             │
~hlllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllhklllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllk
└───────────────────────────────────────────────────────────────────────────────────────────────┘└─────────────────────────────────────────────────────────────┘
~hhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk
┌─ #4830 Dispute, grade yellow ─────────────────────────────────────────────────────────────────┐┌─ 3 Quick response ───────────────────────── 2 circles open ─┐
~kkkiiiiiiiiiiiiiiiiiiiiiiiiiiikkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkiiiiiiiiiiiiiiiikkkkkkkkkkkkkkkkkkkkkkkkkkkjjjjjjjjjjjjjjkkk
│  P3  waiting 18:02                             Timeline                                       ││  UNIT▼   DUTY POINT STATUS       CIRCLE               TASK  │
~klllllllllllllllllllllllllllllllllllllllllllllllljjjjjjjjlllllllllllllllllllllllllllllllllllllllkkllmmmmmllljjjjjjjjjjljjjjjjllllllljjjjjjllllllllllllllljjjjllk
│  Sunset Community  ·  B22  ·  received         19:32:07  calls dispute warned                 ││  Q1      Ferry dut… ○ available  ▮ 1 min covered            │
~klliiiiiiiiiiiiiiiijjjjjjjjjjjjjjjjjjjjjjlllllllljjjjjjjjjjjjjjjjlllllllllllllllllllllllllllllllkklliilllllljjjjjjjjjjllllllllllllllpppppppppppppppllllllllllllk
│    19:14:05                                    19:32:07  calls dispute graded yellow          ││  Q2      Twin Peaks ● on scene   ▯ 3 min OPEN 02:40   #4823 │
~klllljjjjjjjjlllllllllllllllllllllllllllllllllllljjjjjjjjjjjjjjjjlllllllllllllllllllllllllllllllkklliilllllljjjjjjjjjjlppppppppppllloooooooooooooooooollljjjjjlk
│  DISPUTE  □ yellow                             19:14:05  calls reported: P3 Dispute, grade    ││  Q3      Mission d… ○ available  ▮ 5 min covered            │
~klljjjjjjjjjvvvvvvvvllllllllllllllllllllllllllllljjjjjjjjjjjjjjjjlllllllllllllllllllllllllllllllkklliilllllljjjjjjjjjjllllllllllllllpppppppppppppppllllllllllllk
│  warn       ✓ done 19:30, 1 min late                           yellow at “Sunset Community”   ││  Q4      Stadium    ▸ dispatched ▯ 1 min OPEN 00:22   #4828 │
~klljjjjjjjjjjjoooooooooooooooooooooooollllllllllllllllllllllllllllllllllllllllllllllllllllllllllkklliilllllljjjjjjjllllhhhhhhhhhhhhloooooooooooooooooollljjjjjlk
│  route      by 19:34, 1 min left                                                              ││  Q5      Sunset     ○ available  ▮ 3 min covered            │
~klljjjjjjjjjjjoooooooooooooooooooollllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllkklliilllllljjjjjjllllllllllllllllllpppppppppppppppllllllllllllk
│  settle     by 2026-01-07 19:14, 6 d 23 h                                                     ││  Q6      Bayview    ○ available  ▮ 5 min covered            │
~klljjjjjjjjjjjllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllkklliilllllljjjjjjjlllllllllllllllllpppppppppppppppllllllllllllk
│             left                                                                              ││                                                             │
~klljjjjjjjjjjjllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllkklllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllk
│                                                                                               │└─────────────────────────────────────────────────────────────┘
~klllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk
│                                                                                               │┌─ 4 Alerts ─────────────────────────────────── 3 unanswered ─┐
~klllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllkkkkiiiiiiiikkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkjjjjjjjjjjjjkkk
│                                                                                               ││    SEV    ALERT                        SUBJECT         AGE  │
~klllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllkklllljjjlllljjjjjlllllllllllllllllllllllljjjjjjjllllllllljjjjlk
└───────────────────────────────────────────────────────────────────────────────────────────────┘│  ● high   P1 waiting past 3:00         #4821 Robb…    01:12 │
~kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkllnlnnnnllliiiiiiiiiiiiiiiiiiiillllllllljjjjjjjjjjjllllnnnnnlk
┌─ 5 Activity ──────────────────────────────────────────────────────────────────────────────────┐│  ● medium 3A40 not heard for 4 min     3A40 B23       01:11 │
~kkkiiiiiiiiiikkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkklluluuuuuuliiiiiiiiiiiiiiiiiiiiiiiillllljjjjjjjjllllllluuuuulk
│  19:32:07  feed calls      #4834 handed over to people's mediation, due 2026-01-04 03:32      ││  ● low    3A33 dispatched past 2:00:00 3A33 #4831     00:30 │
~klljjjjjjjjjjjjjjjjjjjjjjjjjjlllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllkkllvlvvvlllliiiiiiiiiiiiiiiiiiiiiiiiiiiiljjjjjjjjjjlllllvvvvvlk
│  19:32:07  feed calls      dispute #4830 warned                                               ││  ◌ medium 3A21 was dispatche… returned 3A21 B12       08:20 │
~klljjjjjjjjjjjjjjjjjjjjjjjjjjlllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllkkllhlhhhhhhlhhhhhhhhhhhhhhhhhhhlhhhhhhhhljjjjjjjjllllllljjjjjlk
│  19:32:07  feed calls      #4834 is a dispute, graded orange                                  ││  ○ medium P1 waiting past 10:00        #4824 Traf…    05:40 │
~klljjjjjjjjjjjjjjjjjjjjjjjjjjlllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllkklljljjjjjjljjjjjjjjjjjjjjjjjjjjjlllllllljjjjjjjjjjjlllljjjjjlk
│  19:32:07  feed calls      #4825 is a dispute, graded red                                     ││                                                             │
~klljjjjjjjjjjjjjjjjjjjjjjjjjjlllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllkklllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllk
│  19:32:07  feed calls      #4829 is a dispute, graded blue                                    ││                                                             │
~klljjjjjjjjjjjjjjjjjjjjjjjjjjlllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllkklllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllk
│  19:32:07  feed calls      #4830 is a dispute, graded yellow                                  ││                                                             │
~klljjjjjjjjjjjjjjjjjjjjjjjjjjlllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllkklllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllk
│  19:31:57  dispatcher wl   held #4833 until 19:46                                             ││                                                             │
~klljjjjjjjjjjhhhhhhhhhhhhhhhhlllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllkklllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllk
└───────────────────────────────────────────────────────────────────────────────────────────────┘└─────────────────────────────────────────────────────────────┘
~kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk
 a assign   Enter open   Space mark   / filter   : command   ! next alert   u undo   Tab pane   ? keys                                                       wl
~acaddddddaaacccccaddddaaacccccaddddaaacaddddddaaacadddddddaaacaddddddddddaaacaddddaaacccaddddaaacaddddaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaadda
a = strip
b = mode.exercise
c = strip.strong
d = strip.label
e = #ff7f50 on #1b232c bold
f = strip.warning
g = #4cc29a on #1b232c
h = text.link
i = text.strong
j = text.dim
k = border
l = text
m = header.sorted
n = priority.p1
o = priority.p2
p = stage.onscene
q = button
r = #f0e442 on #22303d
s = #f2f5f7 on #22303d bold
t = #84909d on #22303d
u = alert.p2.unanswered
v = alert.p3.unanswered
"""##,
    "160x48 chinese dispute": ##"""
  演练   ×4  待派  ▲一级 2 04:12!  ◆二级 3 09:58  其他 3  可派  巡逻 7/11  快反 4/6  告警 ● 3  签收≤60秒 94%▲  派警≤60秒 80%▼         数据源 4/4 ▮▮▮▮  19:32:07
┌─ 1 调度 ───────────────────────────────────────────────────────────────── 8起待派 · 14起在办 ─┐┌─ 2 巡逻 ──────────────────────────────────────── 11中7可派 ─┐
│  等级▼      时长   编号   阶段      纠纷    类型               地点                警力       ││  单元▼    类别   状态            历时  巡区 信号  任务      │
│  ▲ 一级    04:12!  #4821  待派              抢劫正在发生       Mission St / 16th…  –          ││  3A02     骑巡   ○ 待命         40:55  B01  1秒             │
│  ▲ 一级    00:41   #4822  待派              民警求助           Ferry Plaza         –          ││  3A07     车巡   ▸ 已派         01:35  B05  2秒   #4825     │
│  ▲ 一级    06:30   #4823  到场              火情有人被困       Balceta Ave 0 blo…  3A12 Q2    ││  3A12     车巡   ● 到场         02:40  B39  3秒   #4823     │
│  ◆ 二级    09:58   #4824  待派              交通事故有伤       Lombard St / Fill…  –          ││  3A14     车巡   ○ 待命         22:31  B07  4秒             │
│  ◆ 二级    05:44   #4826  待派              银行入侵报警       Market St 700 blo…  –          ││  3A15     车巡   ○ 待命         08:12  B07  5秒             │
│  ◆ 二级    04:20   #4827  待派              走失儿童 6 岁      Zoo Rd, north gate  –          ││  3A21     车巡   ▸ 已派         00:22  B12  6秒   #4828     │
│  ◆ 二级    07:03   #4825  已派      ■ 红色  两群人打架         解放公园路 12 号    ⚠1/2 3A07  ││  3A29     车巡   – 离岗         55:00  B02  7秒   refuel    │
│  ◆ 二级    02:15   #4828  已派              4 号门人群拥挤     Stadium             ⚠1/2 +2    ││  3A33     步巡   ● 到场         11:40  B20  8秒   #4831     │
│    三级    21:40   #4829  待派      □ 蓝色  噪声第三次报警     Valencia St 900 b…  –          ││  3A40     步巡   ○ 待命         43:20  B23  ⚠ 4分           │
│▸   三级    18:02   #4830  待派      □ 黄色  纠纷 黄色          Sunset Community    –          ││  3A101    车巡   ○ 待命         10:00  B14  2秒             │
│    三级    12:11   #4832  待派              车辆被盗           Geary Blvd 3400     –          ││  grid 7   网格   ○ 待命         20:00  B22  1秒             │
│    三级    16:37   #4831  到场              盗窃已控制         Stonestown          3A33       ││  红袖章 2 红袖章 ○ 待命         11:40  B21  3秒             │
│    四级    27:45   #4833  搁置14分          违停堵路           Noe St 400 block    –          ││                                                             │
│    五级    52:10   #4834  调解3天   ■ 橙色  社区走访           Bayview Centre      –          ││                                                             │
│                                                                                               ││                                                             │
│                                                                                               ││                                                             │
│                                                                                               ││                                                             │
│                                                                                               ││                                                             │
│                                                                                               ││                                                             │
│                                                                                               ││                                                             │
│                                                                                               ││                                                             │
└───────────────────────────────────────────────────────────────────────────────────────────────┘└─────────────────────────────────────────────────────────────┘
┌─ #4830 纠纷 黄色 ─────────────────────────────────────────────────────────────────────────────┐┌─ 3 快反 ──────────────────────────────────── 2个快反圈空缺 ─┐
│  三级  待派 18:02                              时间线                                         ││  单元▼   值守点     状态       快反圈           任务  信号  │
│  Sunset Community  ·  B22  ·  接报 19:14:05    19:32:07  calls 纠纷已预警                     ││  Q1      Ferry dut… ○ 待命     ▮ 1分 已覆盖           –     │
│  纠纷  □ 黄色                                  19:32:07  calls 纠纷定为黄色                   ││  Q2      Twin Peaks ● 到场     ▯ 3分 空缺 02:40 #4823 –     │
│  预警       ✓ 19:30 完成，迟1分钟              19:14:05  calls 接报：三级 纠纷 黄色，“Sunset  ││  Q3      Mission d… ○ 待命     ▮ 5分 已覆盖           –     │
│  分流       限 19:34，剩1分钟                                  Community”                     ││  Q4      Stadium    ▸ 已派     ▯ 1分 空缺 00:22 #4828 –     │
│  化解       限 2026-01-07 19:14，剩6天23小时                                                  ││  Q5      Sunset     ○ 待命     ▮ 3分 已覆盖           –     │
│                                                                                               ││  Q6      Bayview    ○ 待命     ▮ 5分 已覆盖           –     │
│                                                                                               ││                                                             │
│                                                                                               │└─────────────────────────────────────────────────────────────┘
│                                                                                               │┌─ 4 告警 ───────────────────────────────────────── 3 未确认 ─┐
│                                                                                               ││    级别   告警                         对象           时长  │
└───────────────────────────────────────────────────────────────────────────────────────────────┘│  ● 高     一级警情待派超过 3:00        #4821 抢劫…    01:12 │
┌─ 5 动态 ──────────────────────────────────────────────────────────────────────────────────────┐│  ● 中     3A40 失联 4分钟              3A40 B23       01:11 │
│  19:32:07  数据源 calls    #4834 移交人民调解，期限 2026-01-04 03:32                          ││  ● 低     3A33 已派超过 2:00:00        3A33 #4831     00:30 │
│  19:32:07  数据源 calls    #4830 纠纷已预警                                                   ││  ◌ 中     3A21 曾已派超过 2:00  已恢复 3A21 B12       08:20 │
│  19:32:07  数据源 calls    #4834 为纠纷，定为橙色                                             ││  ○ 中     一级警情待派超过 10:00       #4824 交通…    05:40 │
│  19:32:07  数据源 calls    #4825 为纠纷，定为红色                                             ││                                                             │
│  19:32:07  数据源 calls    #4829 为纠纷，定为蓝色                                             ││                                                             │
│  19:32:07  数据源 calls    #4830 为纠纷，定为黄色                                             ││                                                             │
│  19:31:57  调度员 wl       搁置 #4833至 19:46                                                 ││                                                             │
└───────────────────────────────────────────────────────────────────────────────────────────────┘└─────────────────────────────────────────────────────────────┘
 a assign   Enter open   Space mark   / filter   : command   ! next alert   u undo   Tab pane   ? keys                                                       wl
"""##,
    "80x24 chinese dispute": ##"""
  演练   ▲一级 2 04:12!  ◆二级 3 09:58  巡逻 7/11  快反 4/6  告警 ● 3  19:32:07
 1 调度 14   2 巡逻 7/11   3 快反 4/6   4 告警 3   5 动态   6 数据源   7
  等级▼    时长  编号  阶段     纠纷   类型           地点           警力
  ▲ 一级  04:12! #4821 待派            抢劫正在发生   Mission St / … –         │
  ▲ 一级  00:41  #4822 待派            民警求助       Ferry Plaza    –         │
  ▲ 一级  06:30  #4823 到场            火情有人被困   Balceta Ave 0… 3A12 Q2   │
  ◆ 二级  09:58  #4824 待派            交通事故有伤   Lombard St / … –         │
  ◆ 二级  05:44  #4826 待派            银行入侵报警   Market St 700… –         │
  ◆ 二级  04:20  #4827 待派            走失儿童 6 岁  Zoo Rd, north… –         │
  ◆ 二级  07:03  #4825 已派     ■ 红色 两群人打架     解放公园路 12… ⚠1/2 3A07 │
  ◆ 二级  02:15  #4828 已派            4 号门人群拥挤 Stadium        ⚠1/2 +2   │
    三级  21:40  #4829 待派     □ 蓝色 噪声第三次报警 Valencia St …  –         │
▸   三级  18:02  #4830 待派     □ 黄色 纠纷 黄色      Sunset Commun… –         │
    三级  12:11  #4832 待派            车辆被盗       Geary Blvd …   –         │
    三级  16:37  #4831 到场            盗窃已控制     Stonestown     3A33      │
    四级  27:45  #4833 搁置14分        违停堵路       Noe St 400 bl… –
  ▼ 下方还有1项
─ #4830 纠纷 黄色 ──────────────────────────────────────────────────────────────
  三级  待派 18:02                                                            │
  Sunset Community  ·  B22  ·  接报 19:14:05                                  │
  纠纷  □ 黄色
  预警       ✓ 19:30 完成，迟1分钟
  分流       限 19:34，剩1分钟
 a assign  Enter open  Space mark  / filter  : command  ! next alert  u undo
"""##,
    "80x24 english dispute mono styled": ##"""
  EXERCISE    ▲P1 2 04:12!   ◆P2 3 09:58   Patrol 7/11   alerts ● 3    19:32:07
~abbbbbbbbbbaaacccccabbbbbbaaacccccadddddaaaaaaaaaaccccaaaaaaaaaacccaaaacccccccca
 1 Dispatch 14   2 Patrol 7/11   3 QRU 4/6   4 Alerts 3   5 Activity   6   7
~ccccccccccccccc.............................eeeeeeeeeeee
  PRI▼    AGE  NO.   STAGE    DISPUTE  TYPE           PLACE          UNITS
~..ffff
  ▲ P1  04:12! #4821 waiting           Robbery in pr… Mission St / … –         │
~..cccc..gggggg.........................eeeeeeeeeeeeee
  ▲ P1  00:41  #4822 waiting           Officer needs… Ferry Plaza    –         │
~..cccc.................................eeeeeeeeeeeeee
  ▲ P1  06:30  #4823 on scene          Structure fir… Balceta Ave 0… 3A12 Q2   │
~..cccc.................................eeeeeeeeeeeeee
  ◆ P2  09:58  #4824 waiting           Traffic colli… Lombard St / … –         │
~..eeee..fffff
  ◆ P2  05:44  #4826 waiting           Intrusion ala… Market St 700… –         │
~..eeee
  ◆ P2  04:20  #4827 waiting           Missing child… Zoo Rd, north… –         │
~..eeee
  ◆ P2  07:03  #4825 assigned ■ red    Fight, two gr… 解放公园路 12… ⚠1/2 3A07 │
~..eeee........................ccccc..................................eeeee
  ◆ P2  02:15  #4828 assigned          Crowd pressur… Stadium        ⚠1/2 +2   │
~..eeee...............................................................eeeee
    P3  21:40  #4829 waiting  □ blue   Noise, third … Valencia St …  –         │
▸   P3  18:02  #4830 waiting  □ yellow Dispute, grad… Sunset Commun… –         │
~aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaddddddddaccccccccccccccaaaaaaaaaaaaaaaaaaaaaaaaaa
    P3  12:11  #4832 waiting           Vehicle theft… Geary Blvd …   –         │
    P3  16:37  #4831 on scene          Shoplifting, … Stonestown     3A33      │
    P4  27:45  #4833 held 14m          Parking, bloc… Noe St 400 bl… –
  ▼ 1 more
─ #4830 Dispute, grade yellow ──────────────────────────────────────────────────
~.eeeeeeeeeeeeeeeeeeeeeeeeeeeee
  P3  waiting 18:02                                                           │
  Sunset Community  ·  B22  ·  received 19:14:05                              │
~..eeeeeeeeeeeeeeee
  DISPUTE  □ yellow
~...........ffffffff
  warn       ✓ done 19:30, 1 min late
~.............eeeeeeeeeeeeeeeeeeeeeeee
  route      by 19:34, 1 min left
~.............ffffffffffffffffffff
 a assign  Enter open  Space mark  / filter  : command  ! next alert  u undo
~acaaaaaaaaacccccaaaaaaacccccaaaaaaacaaaaaaaaacaaaaaaaaaacaaaaaaaaaaaaacaaaaaaaaa
a = selection
b = status.emergency
c = strip.strong
d = default on default underline reverse
e = text.strong
f = header.sorted
g = mode.replay
"""##,
]
