// swift-format-ignore-file
// Written by GoldenFrameTests; see there.
let goldenFrames: [String: String] = [
    "80x24 english styled": ##"""
  EXERCISE    ▲P1 2 04:12!   ◆P2 3 09:58   Patrol 7/11   alerts ● 3    19:32:07
~abbbbbbbbbbaaacccccaccccccaaadddddadddddaaaeeeeeeeffffaaaeeeeeeecccaaaaffffffffa
 1 Dispatch 14   2 Patrol 7/11   3 QRU 4/6   4 Alerts 3   5 Activity
~ggggggggggggggghiiiiiiiiiiiiiiihiiiiiiiiiiihjjjjjjjjjjjjhiiiiiiiiiiiihhhhhhhhhhh
  PRI▼     AGE  NO.   STAGE    TYPE                PLACE          BEAT UNITS
~hhkkkkhhhhhiiiihiiihhhiiiiihhhhiiiihhhhhhhhhhhhhhhhiiiiihhhhhhhhhhiiiihiiiiihhhh
▸ ▲ P1   04:12! #4821 waiting  Robbery in progress Mission St / … B07  –       │
~llmmmmlllmmmmmmlnnnnnllllllllllgggggggggggggggggggllllllllllllllllnnnllnllllllli
  ▲ P1   00:41  #4822 waiting  Officer needs assi… Ferry Plaza    B01  –       │
~hhoooohhhhhhhhhhiiiiihhhhhhhhhhppppppppppppppppppphhhhhhhhhhhhhhhhiiihhihhhhhhhi
  ▲ P1   06:30  #4823 on scene Structure fire, pe… Balceta Ave 0… B39  3A12 +1 │
~hhoooohhhiiiiihhiiiiihqqqqqqqqhppppppppppppppppppphhhhhhhhhhhhhhhhiiihhrrrrrrrhi
  ◆ P2   09:58  #4824 waiting  Traffic collision,… Lombard St / … B16  –       │
~hhjjjjhhhjjjjjhhiiiiihhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhiiihhihhhhhhhi
  ◆ P2   05:44  #4826 waiting  Intrusion alarm, b… Market St 700… B03  –       │
~hhjjjjhhhhhhhhhhiiiiihhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhiiihhihhhhhhhi
  ◆ P2   04:20  #4827 waiting  Missing child, 6 y… Zoo Rd, north… B19  –       │
~hhjjjjhhhhhhhhhhiiiiihhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhiiihhihhhhhhhi
  ◆ P2   07:03  #4825 assigned Fight, two groups   解放公园路 12… B05  3A07    │
~hhjjjjhhhiiiiihhiiiiihrrrrrrrrhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhiiihhrrrrhhhhi
  ◆ P2   02:15  #4828 assigned Crowd pressure, ga… Stadium        B12  3A21 +1 │
~hhjjjjhhhiiiiihhiiiiihrrrrrrrrhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhiiihhrrrrrrrhi
    P3   21:40  #4829 waiting  Noise, third call   Valencia St 9… B07  –       │
~hhhhhhhhhhhhhhhhiiiiihhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhiiihhihhhhhhhi
    P3   18:02  #4830 waiting  Dispute, grade yel… Sunset Commun… B22  –       │
~hhhhhhhhhhhhhhhhiiiiihhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhiiihhihhhhhhhi
    P3   12:11  #4832 waiting  Vehicle theft repo… Geary Blvd 34… B14  –       │
~hhhhhhhhhhhhhhhhiiiiihhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhiiihhihhhhhhhi
    P3   16:37  #4831 on scene Shoplifting, held   Stonestown     B20  3A33    │
~hhhhhhhhhiiiiihhiiiiihqqqqqqqqhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhiiihhrrrrhhhhi
    P4   27:45  #4833 held 14m Parking, blocked d… Noe St 400 bl… B07  –
~hhhhiihhhiiiiihhiiiiihiiiiiiiihiiiiiiiiiiiiiiiiiiihiiiiiiiiiiiiiihiiihhihhhhhhhh
  ▼ 1 more
~hhiiiiiiiihhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhh
─ #4821 Robbery in progress ────────────────────────────────────────────────────
~spppppppppppppppppppppppppppssssssssssssssssssssssssssssssssssssssssssssssssssss
  ▲ P1  waiting 04:12  limit 3:00, over by 1:12
~hhoooohhhhhhhhhhooooooooooooooooooooooooooooooohhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhh
  Mission St / 16th St  ·  B07  ·  received 19:27:55
~hhppppppppppppppppppppiiiiiiiiiiiiiiiiiiiiiiiiiiiiiihhhhhhhhhhhhhhhhhhhhhhhhhhhh
  Reports 2
~hhiiiiiiiiihhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhh
  19:27:55 Mrs. Chen: two men with a knife at the corner shop, one ran north
~hhiiiiiiiiihhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhh
  19:29:30 店员: 两名男子持刀，抢走收银机现金
~hhiiiiiiiiihhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhh
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
 1 调度 14   2 巡逻 7/11   3 快反 4/6   4 告警 3   5 动态    9起待派 · 14起在办
~ggggggggggghiiiiiiiiiiiiihiiiiiiiiiiiihjjjjjjjjjjhiiiiiiiihhhiiiiiiiiiiiiiiiiiih
  等级▼     时长  编号  阶段     类型              地点           巡区 警力
~hhkkkkkhhhhhiiiiihiiiihhiiiihhhhhiiiihhhhhhhhhhhhhhiiiihhhhhhhhhhhiiiihiiiihhhhh
▸ ▲ 一级   04:12! #4821 待派     抢劫正在发生      Mission St / … B07  –       │
~llmmmmmmlllmmmmmmlnnnnnllllllllllgggggggggggglllllllllllllllllllllnnnllnllllllli
  ▲ 一级   00:41  #4822 待派     民警求助          Ferry Plaza    B01  –       │
~hhoooooohhhhhhhhhhiiiiihhhhhhhhhhpppppppphhhhhhhhhhhhhhhhhhhhhhhhhiiihhihhhhhhhi
  ▲ 一级   06:30  #4823 到场     火情有人被困      Balceta Ave 0… B39  3A12 +1 │
~hhoooooohhhiiiiihhiiiiihqqqqhhhhhpppppppppppphhhhhhhhhhhhhhhhhhhhhiiihhrrrrrrrhi
  ◆ 二级   09:58  #4824 待派     交通事故有伤      Lombard St / … B16  –       │
~hhjjjjjjhhhjjjjjhhiiiiihhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhiiihhihhhhhhhi
  ◆ 二级   05:44  #4826 待派     银行入侵报警      Market St 700… B03  –       │
~hhjjjjjjhhhhhhhhhhiiiiihhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhiiihhihhhhhhhi
  ◆ 二级   04:20  #4827 待派     走失儿童 6 岁     Zoo Rd, north… B19  –       │
~hhjjjjjjhhhhhhhhhhiiiiihhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhiiihhihhhhhhhi
  ◆ 二级   07:03  #4825 已派     两群人打架        解放公园路 12… B05  3A07    │
~hhjjjjjjhhhiiiiihhiiiiihrrrrhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhiiihhrrrrhhhhi
  ◆ 二级   02:15  #4828 已派     4 号门人群拥挤    Stadium        B12  3A21 +1 │
~hhjjjjjjhhhiiiiihhiiiiihrrrrhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhiiihhrrrrrrrhi
    三级   21:40  #4829 待派     噪声第三次报警    Valencia St 9… B07  –       │
~hhhhhhhhhhhhhhhhhhiiiiihhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhiiihhihhhhhhhi
    三级   18:02  #4830 待派     纠纷 黄色         Sunset Commun… B22  –       │
~hhhhhhhhhhhhhhhhhhiiiiihhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhiiihhihhhhhhhi
    三级   12:11  #4832 待派     车辆被盗          Geary Blvd 34… B14  –       │
~hhhhhhhhhhhhhhhhhhiiiiihhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhiiihhihhhhhhhi
    三级   16:37  #4831 到场     盗窃已控制        Stonestown     B20  3A33    │
~hhhhhhhhhhhiiiiihhiiiiihqqqqhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhiiihhrrrrhhhhi
    四级   27:45  #4833 搁置14分 违停堵路          Noe St 400 bl… B07  –
~hhhhiiiihhhiiiiihhiiiiihiiiiiiiihiiiiiiiihhhhhhhhhhiiiiiiiiiiiiiihiiihhihhhhhhhh
  ▼ 下方还有1项
~hhiiiiiiiiiiiiihhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhh
─ #4821 抢劫正在发生 ───────────────────────────────────────────────────────────
~sppppppppppppppppppppsssssssssssssssssssssssssssssssssssssssssssssssssssssssssss
  ▲ 一级  待派 04:12  限 3:00，超 1:12
~hhoooooohhhhhhhooooooooooooooooooooooohhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhh
  Mission St / 16th St  ·  B07  ·  接报 19:27:55
~hhppppppppppppppppppppiiiiiiiiiiiiiiiiiiiiiiiiiihhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhh
  报警记录 2
~hhiiiiiiiiiihhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhh
  19:27:55 Mrs. Chen：two men with a knife at the corner shop, one ran north
~hhiiiiiiiiihhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhh
  19:29:30 店员：两名男子持刀，抢走收银机现金
~hhiiiiiiiiihhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhh
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
│  PRI▼      AGE   NO.    STAGE     TYPE                     PLACE               BEAT  UNITS    ││  UNIT▼   KIND STATUS             TIME  BEAT HEARD TASK      │
~hllmmmmlllllljjjjlljjjlllljjjjjllllljjjjllllllllllllllllllllljjjjjllllllllllllllljjjjlljjjjjllllhkllmmmmmllljjjjljjjjjjllllllllllllljjjjjljjjjljjjjjljjjjllllllk
│▸ ▲ P1    04:12!  #4821  waiting   Robbery in progress      Mission St / 16th…  B07   –        ││  3A02    bike ○ available       40:55  B01  1s              │
~hnnoooonnnnoooooonnpppppnnnnnnnnnnnnqqqqqqqqqqqqqqqqqqqnnnnnnnnnnnnnnnnnnnnnnnnnnpppnnnpnnnnnnnnhklliiiilllljjjjllllllllllllllllllljjjjjlljjjlljjllllllllllllllk
│  ▲ P1    00:41   #4822  waiting   Officer needs assistan…  Ferry Plaza         B01   –        ││  3A07    car  ▸ dispatched      01:35  B05  2s    #4825     │
~hllrrrrlllllllllllljjjjjlllllllllllliiiiiiiiiiiiiiiiiiiiiiilllllllllllllllllllllljjjllljllllllllhklliiiilllljjjllhhhhhhhhhhhhllllllssssslljjjlljjlllljjjjjlllllk
│  ▲ P1    06:30   #4823  on scene  Structure fire, people…  Balceta Ave 0 blo…  B39   3A12 +1  ││  3A12    car  ● on scene        02:40  B39  3s    #4823     │
~hllrrrrlllljjjjjllljjjjjllttttttttlliiiiiiiiiiiiiiiiiiiiiiilllllllllllllllllllllljjjlllhhhhhhhllhklliiiilllljjjllttttttttttllllllllllllllljjjlljjlllljjjjjlllllk
│  ◆ P2    09:58   #4824  waiting   Traffic collision, inj…  Lombard St / Fill…  B16   –        ││  3A14    car  ○ available       22:31  B07  4s              │
~hllssssllllsssssllljjjjjllllllllllllllllllllllllllllllllllllllllllllllllllllllllljjjllljllllllllhklliiiilllljjjlllllllllllllllllllljjjjjlljjjlljjllllllllllllllk
│  ◆ P2    05:44   #4826  waiting   Intrusion alarm, bank    Market St 700 blo…  B03   –        ││  3A15    car  ○ available       08:12  B07  5s              │
~hllsssslllllllllllljjjjjllllllllllllllllllllllllllllllllllllllllllllllllllllllllljjjllljllllllllhklliiiilllljjjlllllllllllllllllllljjjjjlljjjlljjllllllllllllllk
│  ◆ P2    04:20   #4827  waiting   Missing child, 6 years   Zoo Rd, north gate  B19   –        ││  3A21    car  ▸ dispatched      00:22  B12  6s    #4828     │
~hllsssslllllllllllljjjjjllllllllllllllllllllllllllllllllllllllllllllllllllllllllljjjllljllllllllhklliiiilllljjjllhhhhhhhhhhhhllllllllllllljjjlljjlllljjjjjlllllk
│  ◆ P2    07:03   #4825  assigned  Fight, two groups        解放公园路 12 号    B05   3A07     ││  3A29    car  – out             55:00  B02  7s    refuel    │
~hllsssslllljjjjjllljjjjjllhhhhhhhhllllllllllllllllllllllllllllllllllllllllllllllljjjlllhhhhlllllhklljjjjlllljjjlljjjjjllllllllllllljjjjjlljjjlljjlllljjjjjjllllk
│  ◆ P2    02:15   #4828  assigned  Crowd pressure, gate 4   Stadium             B12   3A21 +1  ││  3A33    foot ● on scene        11:40  B20  8s    #4831     │
~hllsssslllljjjjjllljjjjjllhhhhhhhhllllllllllllllllllllllllllllllllllllllllllllllljjjlllhhhhhhhllhklliiiilllljjjjlttttttttttllllllllllllllljjjlljjlllljjjjjlllllk
│    P3    21:40   #4829  waiting   Noise, third call        Valencia St 900 b…  B07   –        ││  3A40    foot ○ available       43:20  B23  ⚠ 4m            │
~hlllllllllllllllllljjjjjllllllllllllllllllllllllllllllllllllllllllllllllllllllllljjjllljllllllllhklliiiilllljjjjllllllllllllllllllljjjjjlljjjllssssllllllllllllk
│    P3    18:02   #4830  waiting   Dispute, grade yellow    Sunset Community    B22   –        ││  3A101   car  ○ available       10:00  B14  2s              │
~hlllllllllllllllllljjjjjllllllllllllllllllllllllllllllllllllllllllllllllllllllllljjjllljllllllllhklliiiiillljjjlllllllllllllllllllljjjjjlljjjlljjllllllllllllllk
│    P3    12:11   #4832  waiting   Vehicle theft report     Geary Blvd 3400     B14   –        ││  grid 7  grid ○ available       20:00  B22  1s              │
~hlllllllllllllllllljjjjjllllllllllllllllllllllllllllllllllllllllllllllllllllllllljjjllljllllllllhklliiiiiilljjjjllllllllllllllllllljjjjjlljjjlljjllllllllllllllk
│    P3    16:37   #4831  on scene  Shoplifting, held        Stonestown          B20   3A33     ││  红袖章… vol… ○ available       11:40  B21  3s              │
~hlllllllllljjjjjllljjjjjllttttttttllllllllllllllllllllllllllllllllllllllllllllllljjjlllhhhhlllllhklliiiiiiiljjjjllllllllllllllllllljjjjjlljjjlljjllllllllllllllk
│    P4    27:45   #4833  held 14m  Parking, blocked drive   Noe St 400 block    B07   –        ││                                                             │
~hlllljjlllljjjjjllljjjjjlljjjjjjjjlljjjjjjjjjjjjjjjjjjjjjjllljjjjjjjjjjjjjjjjlllljjjllljllllllllhklllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllk
│    P5    52:10   #4834  waiting   Community visit request  Bayview Centre      B23   –        ││                                                             │
~hlllljjlllllllllllljjjjjlllllllllllljjjjjjjjjjjjjjjjjjjjjjjlljjjjjjjjjjjjjjlllllljjjllljllllllllhklllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllk
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
│  ▲ P1  waiting 04:12  limit 3:00, over by 1:12 Timeline                                       ││  UNIT▼   DUTY POINT STATUS       CIRCLE               TASK  │
~kllrrrrllllllllllrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrljjjjjjjjlllllllllllllllllllllllllllllllllllllllkkllmmmmmllljjjjjjjjjjljjjjjjllllllljjjjjjllllllllllllllljjjjllk
│  Mission St / 16th St  ·  B07  ·  received 19… 19:30:55  policy alert on #4821: P1 waiting…   ││  Q1      Ferry dut… ○ available  ▮ 1 min covered            │
~klliiiiiiiiiiiiiiiiiiiijjjjjjjjjjjjjjjjjjjjjjjjjljjjjjjjjlljjjjjjlssssssssssssssssssssssssssslllkklliilllllljjjjjjjjjjlllllllllllllltttttttttttttttllllllllllllk
│                                                19:30:07  wl     note: suspect in red jacket   ││  Q2      Twin Peaks ● on scene   ▯ 3 min OPEN 02:40   #4823 │
~klllllllllllllllllllllllllllllllllllllllllllllllljjjjjjjjllhhlllllllllllllllllllllllllllllllllllkklliilllllljjjjjjjjjjlttttttttttlllssssssssssssssssssllljjjjjlk
│  Reports 2                                     19:29:30  calls  second report                 ││  Q3      Mission d… ○ available  ▮ 5 min covered            │
~klljjjjjjjjjllllllllllllllllllllllllllllllllllllljjjjjjjjlljjjjjllllllllllllllllllllllllllllllllkklliilllllljjjjjjjjjjlllllllllllllltttttttttttttttllllllllllllk
│  19:27:55 Mrs. Chen: two men with a knife at   19:27:55  calls  reported: P1 Robbery in pr…   ││  Q4      Stadium    ▸ dispatched ▯ 1 min OPEN 00:22   #4828 │
~klljjjjjjjjjllllllllllllllllllllllllllllllllllllljjjjjjjjlljjjjjllllllllllllllllllllllllllllllllkklliilllllljjjjjjjllllhhhhhhhhhhhhlssssssssssssssssssllljjjjjlk
│           the corner shop, one ran north                                                      ││  Q5      Sunset     ○ available  ▮ 3 min covered            │
~klljjjjjjjjjllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllkklliilllllljjjjjjlllllllllllllllllltttttttttttttttllllllllllllk
│  19:29:30 店员: 两名男子持刀，抢走收银机现金                                                  ││  Q6      Bayview    ○ available  ▮ 5 min covered            │
~klljjjjjjjjjllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllkklliilllllljjjjjjjllllllllllllllllltttttttttttttttllllllllllllk
│                                                                                               ││                                                             │
~klllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllkklllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllk
│                                                                                               │└─────────────────────────────────────────────────────────────┘
~klllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk
│                                                                                               │┌─ 4 Alerts ─────────────────────────────────── 3 unanswered ─┐
~klllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllkkkkiiiiiiiikkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkjjjjjjjjjjjjkkk
│                                                                                               ││    SEV    ALERT                        SUBJECT         AGE  │
~klllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllkklllljjjlllljjjjjlllllllllllllllllllllllljjjjjjjllllllllljjjjlk
└───────────────────────────────────────────────────────────────────────────────────────────────┘│  ● high   P1 waiting past 3:00         #4821 Robb…    01:12 │
~kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkllrlrrrrllliiiiiiiiiiiiiiiiiiiillllllllljjjjjjjjjjjllllrrrrrlk
┌─ 5 Activity ──────────────────────────────────────────────────────────────────────────────────┐│  ● medium 3A40 not heard for 4 min     3A40 B23       01:11 │
~kkkiiiiiiiiiikkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkklluluuuuuuliiiiiiiiiiiiiiiiiiiiiiiillllljjjjjjjjllllllluuuuulk
│  19:31:57  dispatcher wl   held #4833 until 19:46                                             ││  ● low    3A33 on scene past 2:00:00   3A33 #4831     00:30 │
~klljjjjjjjjllhhhhhhhhhhhhhllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllkkllvlvvvlllliiiiiiiiiiiiiiiiiiiiiiiiiillljjjjjjjjjjlllllvvvvvlk
│  19:31:45  dispatcher wl   assigned Q4 to #4828                                               ││  ◌ medium 3A21 was overdue, past 2:00  3A21 #4828     08:20 │
~klljjjjjjjjllhhhhhhhhhhhhhllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllkkllhlhhhhhhlhhhhhhhhhhhhhhhhhhhhhhhhhhhlljjjjjjjjjjllllljjjjjlk
│  19:31:45  dispatcher wl   assigned 3A21 to #4828                                             ││  ○ medium P2 waiting past 10:00        #4824 Traf…    05:40 │
~klljjjjjjjjllhhhhhhhhhhhhhllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllkklljljjjjjjljjjjjjjjjjjjjjjjjjjjjlllllllljjjjjjjjjjjlllljjjjjlk
│  19:31:37  policy          alert: 3A33 on scene past 2:00:00                                  ││                                                             │
~klljjjjjjjjlljjjjjjllllllllllsssssssssssssssssssssssssssssssssllllllllllllllllllllllllllllllllllkklllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllk
│  19:31:26  feed calls      new #4822: P1 Officer needs assistance at “Ferry Plaza”            ││                                                             │
~klljjjjjjjjlljjjjjjjjjjlllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllkklllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllk
│  19:30:56  policy          alert: 3A40 not heard for 3 min                                    ││                                                             │
~klljjjjjjjjlljjjjjjllllllllllsssssssssssssssssssssssssssssssllllllllllllllllllllllllllllllllllllkklllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllk
│  19:30:55  policy          alert on #4821: P1 waiting past 3:00                               ││                                                             │
~klljjjjjjjjlljjjjjjllllllllllsssssssssssssssssssssssssssssssssssslllllllllllllllllllllllllllllllkklllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllk
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
│  等级▼      时长   编号   阶段      类型                   地点                巡区  警力     ││  单元▼   类别   状态             历时  巡区 信号  任务      │
│▸ ▲ 一级    04:12!  #4821  待派      抢劫正在发生           Mission St / 16th…  B07   –        ││  3A02    骑巡   ○ 待命          40:55  B01  1秒             │
│  ▲ 一级    00:41   #4822  待派      民警求助               Ferry Plaza         B01   –        ││  3A07    车巡   ▸ 已派          01:35  B05  2秒   #4825     │
│  ▲ 一级    06:30   #4823  到场      火情有人被困           Balceta Ave 0 blo…  B39   3A12 +1  ││  3A12    车巡   ● 到场          02:40  B39  3秒   #4823     │
│  ◆ 二级    09:58   #4824  待派      交通事故有伤           Lombard St / Fill…  B16   –        ││  3A14    车巡   ○ 待命          22:31  B07  4秒             │
│  ◆ 二级    05:44   #4826  待派      银行入侵报警           Market St 700 blo…  B03   –        ││  3A15    车巡   ○ 待命          08:12  B07  5秒             │
│  ◆ 二级    04:20   #4827  待派      走失儿童 6 岁          Zoo Rd, north gate  B19   –        ││  3A21    车巡   ▸ 已派          00:22  B12  6秒   #4828     │
│  ◆ 二级    07:03   #4825  已派      两群人打架             解放公园路 12 号    B05   3A07     ││  3A29    车巡   – 离岗          55:00  B02  7秒   refuel    │
│  ◆ 二级    02:15   #4828  已派      4 号门人群拥挤         Stadium             B12   3A21 +1  ││  3A33    步巡   ● 到场          11:40  B20  8秒   #4831     │
│    三级    21:40   #4829  待派      噪声第三次报警         Valencia St 900 b…  B07   –        ││  3A40    步巡   ○ 待命          43:20  B23  ⚠ 4分           │
│    三级    18:02   #4830  待派      纠纷 黄色              Sunset Community    B22   –        ││  3A101   车巡   ○ 待命          10:00  B14  2秒             │
│    三级    12:11   #4832  待派      车辆被盗               Geary Blvd 3400     B14   –        ││  grid 7  网格   ○ 待命          20:00  B22  1秒             │
│    三级    16:37   #4831  到场      盗窃已控制             Stonestown          B20   3A33     ││  红袖章… 红袖章 ○ 待命          11:40  B21  3秒             │
│    四级    27:45   #4833  搁置14分  违停堵路               Noe St 400 block    B07   –        ││                                                             │
│    五级    52:10   #4834  待派      社区走访               Bayview Centre      B23   –        ││                                                             │
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
│  Mission St / 16th St  ·  B07  ·  接报 19:27:… 19:30:55  规则   #4821 告警：一级警情待派超…   ││  Q1      Ferry dut… ○ 待命     ▮ 1分 已覆盖           –     │
│                                                19:30:07  wl     备注：suspect in red jacket   ││  Q2      Twin Peaks ● 到场     ▯ 3分 空缺 02:40 #4823 –     │
│  报警记录 2                                    19:29:30  calls  第二次报警                    ││  Q3      Mission d… ○ 待命     ▮ 5分 已覆盖           –     │
│  19:27:55 Mrs. Chen：two men with a knife at   19:27:55  calls  接报：一级 抢劫正在发生，“…   ││  Q4      Stadium    ▸ 已派     ▯ 1分 空缺 00:22 #4828 –     │
│           the corner shop, one ran north                                                      ││  Q5      Sunset     ○ 待命     ▮ 3分 已覆盖           –     │
│  19:29:30 店员：两名男子持刀，抢走收银机现金                                                  ││  Q6      Bayview    ○ 待命     ▮ 5分 已覆盖           –     │
│                                                                                               ││                                                             │
│                                                                                               │└─────────────────────────────────────────────────────────────┘
│                                                                                               │┌─ 4 告警 ───────────────────────────────────────── 3 未确认 ─┐
│                                                                                               ││    级别   告警                         对象           时长  │
└───────────────────────────────────────────────────────────────────────────────────────────────┘│  ● 高     一级警情待派超过 3:00        #4821 抢劫…    01:12 │
┌─ 5 动态 ──────────────────────────────────────────────────────────────────────────────────────┐│  ● 中     3A40 失联 4分钟              3A40 B23       01:11 │
│  19:31:57  调度员 wl       搁置 #4833至 19:46                                                 ││  ● 低     3A33 到场超过 2:00:00        3A33 #4831     00:30 │
│  19:31:45  调度员 wl       派 Q4 往 #4828                                                     ││  ◌ 中     3A21 状态曾超过 2:00         3A21 #4828     08:20 │
│  19:31:45  调度员 wl       派 3A21 往 #4828                                                   ││  ○ 中     二级警情待派超过 10:00       #4824 交通…    05:40 │
│  19:31:37  规则            告警：3A33 到场超过 2:00:00                                        ││                                                             │
│  19:31:26  数据源 calls    新警情 #4822：一级 民警求助，“Ferry Plaza”                         ││                                                             │
│  19:30:56  规则            告警：3A40 失联 3分钟                                              ││                                                             │
│  19:30:55  规则            #4821 告警：一级警情待派超过 3:00                                  ││                                                             │
└───────────────────────────────────────────────────────────────────────────────────────────────┘└─────────────────────────────────────────────────────────────┘
 a assign   Enter open   Space mark   / filter   : command   ! next alert   u undo   Tab pane   ? keys                                                       wl
"""##,
    "240x67 english": ##"""
  EXERCISE    ×4   Evening peak   waiting   ▲P1 2 04:12!   ◆P2 3 09:58   P3+ 4   free   Patrol 7/11   QRU 4/6   car 3/6  foot 1/2  bike 1/1  grid 1/1  volunteer 1/1   alerts ● 3     feeds 4/4 ▮▮▮▮   journal 48 211 ✓   2025-12-31   19:32:07
┌─ 1 Dispatch ───────────────────────────────────────────────────────────────────────── 9 waiting · 14 open ─┐┌─ #4821 Robbery in progress ───────────────────────────────────┐┌─ 2 Patrol ───────────────────────────────────── 7 free of 11 ─┐
│  PRI▼      AGE   NO.    STAGE         TYPE                         PLACE                    BEAT  UNITS    ││  ▲ P1  waiting 04:12  limit 3:00, over by 1:12                ││  UNIT▼   KIND STATUS              TIME  BEAT HEARD TASK       │
│▸ ▲ P1    04:12!  #4821  waiting       Robbery in progress          Mission St / 16th St     B07   –        ││  Mission St / 16th St  ·  B07  ·  received 19:27:55           ││  3A02    bike ○ available        40:55  B01  1s               │
│  ▲ P1    00:41   #4822  waiting       Officer needs assistance     Ferry Plaza              B01   –        ││                                                               ││  3A07    car  ▸ dispatched       01:35  B05  2s    #4825 Fig… │
│  ▲ P1    06:30   #4823  on scene      Structure fire, people ins…  Balceta Ave 0 block      B39   3A12 +1  ││  Reports 2                                                    ││  3A12    car  ● on scene         02:40  B39  3s    #4823 Str… │
│  ◆ P2    09:58   #4824  waiting       Traffic collision, injured   Lombard St / Fillmore    B16   –        ││  19:27:55 Mrs. Chen: two men with a knife at the corner       ││  3A14    car  ○ available        22:31  B07  4s               │
│  ◆ P2    05:44   #4826  waiting       Intrusion alarm, bank        Market St 700 block      B03   –        ││           shop, one ran north                                 ││  3A15    car  ○ available        08:12  B07  5s               │
│  ◆ P2    04:20   #4827  waiting       Missing child, 6 years       Zoo Rd, north gate       B19   –        ││  19:29:30 店员: 两名男子持刀，抢走收银机现金                  ││  3A21    car  ▸ dispatched       00:22  B12  6s    #4828 Cro… │
│  ◆ P2    07:03   #4825  assigned      Fight, two groups            解放公园路 12 号         B05   3A07     ││                                                               ││  3A29    car  – out of service   55:00  B02  7s    refuel     │
│  ◆ P2    02:15   #4828  assigned      Crowd pressure, gate 4       Stadium                  B12   3A21 +1  ││  Timeline                                                     ││  3A33    foot ● on scene         11:40  B20  8s    #4831 Sho… │
│    P3    21:40   #4829  waiting       Noise, third call            Valencia St 900 block    B07   –        ││  19:30:55  policy      alert on #4821: P1 waiting past 3:00   ││  3A40    foot ○ available        43:20  B23  ⚠ 4m             │
│    P3    18:02   #4830  waiting       Dispute, grade yellow        Sunset Community         B22   –        ││  19:30:07  wl          note: suspect in red jacket            ││  3A101   car  ○ available        10:00  B14  2s               │
│    P3    12:11   #4832  waiting       Vehicle theft report         Geary Blvd 3400          B14   –        ││  19:29:30  calls       second report                          ││  grid 7  grid ○ available        20:00  B22  1s               │
│    P3    16:37   #4831  on scene      Shoplifting, held            Stonestown               B20   3A33     ││  19:27:55  calls       reported: P1 Robbery in progress at…   ││  红袖章… vol… ○ available        11:40  B21  3s               │
│    P4    27:45   #4833  held 14m      Parking, blocked drive       Noe St 400 block         B07   –        ││                                                               ││                                                               │
│    P5    52:10   #4834  waiting       Community visit request      Bayview Centre           B23   –        ││                                                               ││                                                               │
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
│                                                                                                            ││  19:31:57  wl          held #4833 until 19:46                 │┌─ 4 Alerts ───────────────────────────────────── 3 unanswered ─┐
│                                                                                                            ││  19:31:45  wl          assigned Q4 to #4828                   ││    SEV    ALERT                        SUBJECT           AGE  │
│                                                                                                            ││  19:31:45  wl          assigned 3A21 to #4828                 ││  ● high   P1 waiting past 3:00         #4821 Robber…    01:12 │
│                                                                                                            ││  19:31:37  policy      alert: 3A33 on scene past 2:00:00      ││  ● medium 3A40 not heard for 4 min     3A40 B23         01:11 │
│                                                                                                            ││  19:31:26  calls       new #4822: P1 Officer needs assistanc… ││  ● low    3A33 on scene past 2:00:00   3A33 #4831       00:30 │
│                                                                                                            ││  19:30:56  policy      alert: 3A40 not heard for 3 min        ││  ◌ medium 3A21 was overdue, past 2:00  3A21 #4828       08:20 │
│                                                                                                            ││  19:30:55  policy      alert on #4821: P1 waiting past 3:00   ││  ○ medium P2 waiting past 10:00        #4824 Traffi…    05:40 │
│                                                                                                            ││  19:30:32  wl          assigned 3A07 to #4825                 ││                                                               │
│                                                                                                            ││  19:30:27  policy      alert ended: status overdue 3A21 #4828 ││                                                               │
│                                                                                                            ││  19:30:07  wl          note on #4821: suspect in red jacket   ││                                                               │
│                                                                                                            ││  19:29:52  calls       new #4828: P2 Crowd pressure, gate 4 … ││                                                               │
│                                                                                                            ││  19:29:30  calls       second report joined to #4821          ││                                                               │
│                                                                                                            ││  19:29:27  3A12        Q2 arrived at #4823, 3:50 after the c… ││                                                               │
│                                                                                                            ││  19:29:27  3A12        3A12 arrived at #4823, 3:50 after the… ││                                                               │
│                                                                                                            ││  19:28:47  wl          acknowledged waiting too long #4824 T… ││                                                               │
│                                                                                                            ││  19:27:55  calls       new #4821: P1 Robbery in progress at … ││                                                               │
│                                                                                                            ││  19:27:47  calls       new #4827: P2 Missing child, 6 years … ││                                                               │
└────────────────────────────────────────────────────────────────────────────────────────────────────────────┘└───────────────────────────────────────────────────────────────┘└───────────────────────────────────────────────────────────────┘
 a assign   Enter open   Space mark   / filter   : command   ! next alert   u undo   Tab pane   ? keys                                                                                                                                       wl
"""##,
    "80x24 english light styled": ##"""
  EXERCISE    ▲P1 2 04:12!   ◆P2 3 09:58   Patrol 7/11   alerts ● 3    19:32:07
~abbbbbbbbbbaaacccccaccccccaaadddddadddddaaaeeeeeeeffffaaaeeeeeeecccaaaaffffffffa
 1 Dispatch 14   2 Patrol 7/11   3 QRU 4/6   4 Alerts 3   5 Activity
~ggggggggggggggghiiiiiiiiiiiiiiihiiiiiiiiiiihjjjjjjjjjjjjhiiiiiiiiiiiihhhhhhhhhhh
  PRI▼     AGE  NO.   STAGE    TYPE                PLACE          BEAT UNITS
~hhkkkkhhhhhiiiihiiihhhiiiiihhhhiiiihhhhhhhhhhhhhhhhiiiiihhhhhhhhhhiiiihiiiiihhhh
▸ ▲ P1   04:12! #4821 waiting  Robbery in progress Mission St / … B07  –       │
~llmmmmlllmmmmmmlnnnnnllllllllllgggggggggggggggggggllllllllllllllllnnnllnllllllli
  ▲ P1   00:41  #4822 waiting  Officer needs assi… Ferry Plaza    B01  –       │
~hhoooohhhhhhhhhhiiiiihhhhhhhhhhppppppppppppppppppphhhhhhhhhhhhhhhhiiihhihhhhhhhi
  ▲ P1   06:30  #4823 on scene Structure fire, pe… Balceta Ave 0… B39  3A12 +1 │
~hhoooohhhiiiiihhiiiiihqqqqqqqqhppppppppppppppppppphhhhhhhhhhhhhhhhiiihhrrrrrrrhi
  ◆ P2   09:58  #4824 waiting  Traffic collision,… Lombard St / … B16  –       │
~hhjjjjhhhjjjjjhhiiiiihhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhiiihhihhhhhhhi
  ◆ P2   05:44  #4826 waiting  Intrusion alarm, b… Market St 700… B03  –       │
~hhjjjjhhhhhhhhhhiiiiihhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhiiihhihhhhhhhi
  ◆ P2   04:20  #4827 waiting  Missing child, 6 y… Zoo Rd, north… B19  –       │
~hhjjjjhhhhhhhhhhiiiiihhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhiiihhihhhhhhhi
  ◆ P2   07:03  #4825 assigned Fight, two groups   解放公园路 12… B05  3A07    │
~hhjjjjhhhiiiiihhiiiiihrrrrrrrrhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhiiihhrrrrhhhhi
  ◆ P2   02:15  #4828 assigned Crowd pressure, ga… Stadium        B12  3A21 +1 │
~hhjjjjhhhiiiiihhiiiiihrrrrrrrrhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhiiihhrrrrrrrhi
    P3   21:40  #4829 waiting  Noise, third call   Valencia St 9… B07  –       │
~hhhhhhhhhhhhhhhhiiiiihhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhiiihhihhhhhhhi
    P3   18:02  #4830 waiting  Dispute, grade yel… Sunset Commun… B22  –       │
~hhhhhhhhhhhhhhhhiiiiihhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhiiihhihhhhhhhi
    P3   12:11  #4832 waiting  Vehicle theft repo… Geary Blvd 34… B14  –       │
~hhhhhhhhhhhhhhhhiiiiihhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhiiihhihhhhhhhi
    P3   16:37  #4831 on scene Shoplifting, held   Stonestown     B20  3A33    │
~hhhhhhhhhiiiiihhiiiiihqqqqqqqqhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhiiihhrrrrhhhhi
    P4   27:45  #4833 held 14m Parking, blocked d… Noe St 400 bl… B07  –
~hhhhiihhhiiiiihhiiiiihiiiiiiiihiiiiiiiiiiiiiiiiiiihiiiiiiiiiiiiiihiiihhihhhhhhhh
  ▼ 1 more
~hhiiiiiiiihhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhh
─ #4821 Robbery in progress ────────────────────────────────────────────────────
~spppppppppppppppppppppppppppssssssssssssssssssssssssssssssssssssssssssssssssssss
  ▲ P1  waiting 04:12  limit 3:00, over by 1:12
~hhoooohhhhhhhhhhooooooooooooooooooooooooooooooohhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhh
  Mission St / 16th St  ·  B07  ·  received 19:27:55
~hhppppppppppppppppppppiiiiiiiiiiiiiiiiiiiiiiiiiiiiiihhhhhhhhhhhhhhhhhhhhhhhhhhhh
  Reports 2
~hhiiiiiiiiihhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhh
  19:27:55 Mrs. Chen: two men with a knife at the corner shop, one ran north
~hhiiiiiiiiihhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhh
  19:29:30 店员: 两名男子持刀，抢走收银机现金
~hhiiiiiiiiihhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhh
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
│  PRI▼      AGE   NO.    STAGE     TYPE                     PLACE               BEAT  UNITS    ││  UNIT▼   KIND STATUS             TIME  BEAT HEARD TASK      │
│▸ ▲ P1    04:12!  #4821  waiting   Robbery in progress      Mission St / 16th…  B07   –        ││  3A02    bike ○ available       40:55  B01  1s              │
│  ▲ P1    00:41   #4822  waiting   Officer needs assistan…  Ferry Plaza         B01   –        ││  3A07    car  ▸ dispatched      01:35  B05  2s    #4825     │
│  ▲ P1    06:30   #4823  on scene  Structure fire, people…  Balceta Ave 0 blo…  B39   3A12 +1  ││  3A12    car  ● on scene        02:40  B39  3s    #4823     │
│  ◆ P2    09:58   #4824  waiting   Traffic collision, inj…  Lombard St / Fill…  B16   –        ││  3A14    car  ○ available       22:31  B07  4s              │
│  ◆ P2    05:44   #4826  waiting   Intrusion alarm, bank    Market St 700 blo…  B03   –        ││  3A15    car  ○ available       08:12  B07  5s              │
│  ◆ P2    04:20   #4827  waiting   Missing child, 6 years   Zoo Rd, north gate  B19   –        ││  3A21    car  ▸ dispatched      00:22  B12  6s    #4828     │
│  ◆ P2    07:03   #4825  assigned  Fight, two groups        解放公园路 12 号    B05   3A07     ││  3A29    car  – out             55:00  B02  7s    refuel    │
│  ◆ P2    02:15   #4828  assigned  Crowd pressure, gate 4   Stadium             B12   3A21 +1  ││  3A33    foot ● on scene        11:40  B20  8s    #4831     │
│    P3    21:40   #4829  waiting   Noise, third call        Valencia St 900 b…  B07   –        ││  3A40    foot ○ available       43:20  B23  ⚠ 4m            │
│    P3    18:02   #4830  waiting   Dispute, grade yellow    Sunset Community    B22   –        ││  3A101   car  ○ available       10:00  B14  2s              │
│    P3    12:11   #4832  waiting   Vehicle theft report     Geary Blvd 3400     B14   –        ││  grid 7  grid ○ available       20:00  B22  1s              │
│    P3    16:37   #4831  on scene  Shoplifting, held        Stonestown          B20   3A33     ││  红袖章… vol… ○ available       11:40  B21  3s              │
│    P4    27:45   #4833  held 14m  Parking, blocked drive   Noe St 400 block    B07   –        ││                                                             │
│    P5    52:10   #4834  waiting   Community visit request  Bayview Centre      B23   –        ││                                                             │
│                                                                                               ││                                                             │
│                                                                                               ││                                                             │
│                                                                                               ││                                                             │
│                                                                                               ││                                                             │
│                                                                                               ││                                                             │
│                                                                                               ││                                                             │
│                                                                                               ││                                                             │
└───────────────────────────────────────────────────────────────────────────────────────────────┘└─────────────────────────────────────────────────────────────┘
┌─ #4821 Robbery in progress ───────────────────────────────────────────────────────────────────┐┌─ 3 Quick response ───────────────────────── 2 circles open ─┐
│  ▲ P1  waiting 04:12  limit 3:00, over by 1:12 Timeline                                       ││  UNIT▼   DUTY POINT STATUS       CIRCLE               TASK  │
│  Mission St / 16th St  ·  B07  ·  received 19… 19:30:55  policy alert on #4821: P1 waiting…   ││  Q1      Ferry dut… ○ available  ▮ 1 min covered            │
│                                                19:30:07  wl     note: suspect in red jacket   ││  Q2      Twin Peaks ● on scene   ▯ 3 min OPEN 02:40   #4823 │
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
│  7    3A101     car        3:32  plan “P1” asks for it, ready 10 m…  B14 without a unit       ││  ● low    3A33 on scene past 2:00:00   3A33 #4831     00:30 │
│  8    3A02      bike       3:41  plan “P1” asks for it, ready 40 m…  B01 without a unit       ││  ◌ medium 3A21 was overdue, past 2:00  3A21 #4828     08:20 │
│  9    3A40      foot     26:54?  plan “P1” asks for it, ready 43 m…  B23 without a unit       ││  ○ medium P2 waiting past 10:00        #4824 Traf…    05:40 │
│                                                                                               ││                                                             │
│ 3A15 beat's own, plan “P1” asks for it, ready 8 min                                           ││                                                             │
│ marked: Q3                                                                                    ││                                                             │
│ Enter send   Space mark   p plan   Esc back                                                   ││                                                             │
└──────────────────────────────────────────────────────────────────────────────────── EXERCISE ─┘└─────────────────────────────────────────────────────────────┘
 a assign   Enter open   Space mark   / filter   : command   ! next alert   u undo   Tab pane   ? keys                                                       wl
"""##,
    "80x24 chinese assign": ##"""
  演练   ▲一级 2 04:12!  ◆二级 3 09:58  巡逻 7/11  快反 4/6  告警 ● 3  19:32:07
 1 调度 14   2 巡逻 7/11   3 快反 4/6   4 告警 3   5 动态    9起待派 · 14起在办
  等级▼     时长  编号  阶段     类型              地点           巡区 警力
▸ ▲ 一级   04:12! #4821 待派     抢劫正在发生      Mission St / … B07  –       │
  ▲ 一级   00:41  #4822 待派     民警求助          Ferry Plaza    B01  –       │
┌─ #4821 抢劫正在发生 ────────────────────────────────────────────── 推荐警力 ─┐
│ ▲ 一级  待派 04:12!  Mission St / 16th St  ·  B07                            │
│                                                                              │
│      单元     类别      行程 理由                             空出           │
│  1   3A14     车巡      0:49 本巡区、预案“一级”所需、已待命2… 无，3A15 留守  │
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
    ▲ 一级    04:12!  抢劫正在发生                Mission St / 16t…  B07   待派，超 1:12            │  ▯ Twin Peaks 3分钟圈  Q2 到场 02:40
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
                                                                                                    │  ● 3A33 到场超过 2:00:00  00:30
    ◆ 二级    07:03   两群人打架                  解放公园路 12 号   B05   3A07 已派                │
                                                                                                    │  ◌ 3A21 状态曾超过 2:00  08:20
    ◆ 二级    02:15   4 号门人群拥挤              Stadium            B12   3A21 已派                │
                                                                                                    │  ○ 二级警情待派超过 10:00  05:40
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
 1 Dispatch 14   2 Patrol 7/11   3 QRU 4/6   4 Alerts 3   5 Activity
~ccccccccccccccc.............................eeeeeeeeeeee
  PRI▼     AGE  NO.   STAGE    TYPE                PLACE          BEAT UNITS
~..ffff
▸ ▲ P1   04:12! #4821 waiting  Robbery in progress Mission St / … B07  –       │
~aaccccaaabbbbbbaaaaaaaaaaaaaaaacccccccccccccccccccaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
  ▲ P1   00:41  #4822 waiting  Officer needs assi… Ferry Plaza    B01  –       │
~..cccc.........................eeeeeeeeeeeeeeeeeee
  ▲ P1   06:30  #4823 on scene Structure fire, pe… Balceta Ave 0… B39  3A12 +1 │
~..cccc.........................eeeeeeeeeeeeeeeeeee
  ◆ P2   09:58  #4824 waiting  Traffic collision,… Lombard St / … B16  –       │
~..eeee...fffff
  ◆ P2   05:44  #4826 waiting  Intrusion alarm, b… Market St 700… B03  –       │
~..eeee
  ◆ P2   04:20  #4827 waiting  Missing child, 6 y… Zoo Rd, north… B19  –       │
~..eeee
  ◆ P2   07:03  #4825 assigned Fight, two groups   解放公园路 12… B05  3A07    │
~..eeee
  ◆ P2   02:15  #4828 assigned Crowd pressure, ga… Stadium        B12  3A21 +1 │
~..eeee
    P3   21:40  #4829 waiting  Noise, third call   Valencia St 9… B07  –       │
    P3   18:02  #4830 waiting  Dispute, grade yel… Sunset Commun… B22  –       │
    P3   12:11  #4832 waiting  Vehicle theft repo… Geary Blvd 34… B14  –       │
    P3   16:37  #4831 on scene Shoplifting, held   Stonestown     B20  3A33    │
    P4   27:45  #4833 held 14m Parking, blocked d… Noe St 400 bl… B07  –
  ▼ 1 more
─ #4821 Robbery in progress ────────────────────────────────────────────────────
~.eeeeeeeeeeeeeeeeeeeeeeeeeee
  ▲ P1  waiting 04:12  limit 3:00, over by 1:12
~..cccc..........ggggggggggggggggggggggggggggggg
  Mission St / 16th St  ·  B07  ·  received 19:27:55
~..eeeeeeeeeeeeeeeeeeee
  Reports 2
  19:27:55 Mrs. Chen: two men with a knife at the corner shop, one ran north
  19:29:30 店员: 两名男子持刀，抢走收银机现金
 a assign  Enter open  Space mark  / filter  : command  ! next alert  u undo
~acaaaaaaaaacccccaaaaaaacccccaaaaaaacaaaaaaaaacaaaaaaaaaacaaaaaaaaaaaaacaaaaaaaaa
a = selection
b = default on default bold underline reverse
c = strip.strong
d = default on default underline reverse
e = text.strong
f = header.sorted
g = mode.replay
"""##,
]
