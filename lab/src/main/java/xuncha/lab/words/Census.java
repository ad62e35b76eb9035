package xuncha.lab.words;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import xuncha.findings.site.Category;

/// The bodies of the province of 江淮: a made-up name, so that nobody real is accused of a planted
/// fault, with the codes that a province of its size has.
public final class Census {
  private static final String PROVINCE = "江淮省";
  private static final String PROVINCE_HOST = "jianghuai.gov.cn";
  private static final int CITIES = 16;
  private static final int COUNTIES = 104;
  private static final int DEPARTMENTS = 78;

  private record Syllable(String sign, String pinyin) {}

  private static final List<Syllable> FIRST =
      syllables(
          "云 yun 清 qing 龙 long 凤 feng 安 an 宁 ning 平 ping 江 jiang 河 he 怀 huai 永 yong 泰 tai"
              + " 长 chang 定 ding 望 wang 南 nan 东 dong 广 guang 石 shi 青 qing 枞 cong 灵 ling 庐 lu"
              + " 巢 chao 寿 shou 颍 ying 涡 guo 濉 sui 霍 huo 桐 tong");
  private static final List<Syllable> LAST =
      syllables("浦 pu 岭 ling 坪 ping 渡 du 屿 yu 港 gang 垣 yuan 泽 ze 峰 feng 溪 xi 塘 tang 湾 wan");

  /// Names of bureaus, each with its usual host label, in the order of the government's own list.
  private static final List<String[]> BUREAUS =
      rows(
          """
          发展和改革委员会 fgw
          教育 jy
          科学技术 kj
          工业和信息化 jx
          民族宗教事务 mzj
          公安 ga
          民政 mz
          司法 sf
          财政 cz
          人力资源和社会保障 rs
          自然资源 zrzy
          生态环境 sthj
          住房和城乡建设 zj
          交通运输 jt
          农业农村 ny
          水利 sl
          商务 sw
          文化和旅游 wl
          卫生健康委员会 wjw
          退役军人事务 tyjr
          应急管理 yj
          审计 sj
          市场监督管理 sc
          体育 ty
          统计 tj
          医疗保障 yb
          信访 xf
          地方金融监督管理 jr
          林业 ly
          城市管理 cg
          粮食和物资储备 lsj
          数据资源管理 sjzy
          扶贫开发 fp
          人民防空 rf
          机关事务管理 jgsw
          招商 zs
          档案 da
          公共资源交易管理 ggzy
          投资促进 tz
          地震 dz
          气象 qx
          烟草专卖 yc
          邮政管理 yz
          供销合作社 gx
          残疾人联合会 cl
          红十字会 hszh
          总工会 zgh
          妇女联合会 fl
          科学技术协会 kx
          住房公积金管理中心 gjj
          药品监督管理 yjj
          知识产权 zscq
          监狱管理 jyglj
          广播电视 gd
          国有资产监督管理委员会 gzw
          外事办公室 wsb
          政府研究室 yjs
          税务 sw12366
          公路管理 gl
          港航管理 gh
          水文 swj
          测绘 ch
          地质矿产勘查 dk
          社会科学院 sky
          农业科学院 nky
          消防救援 xfz
          核工业勘查 hgy
          煤田地质 mt
          盐业管理 yy
          黄河河务 hw
          海关 hg
          通信管理 tx
          能源监管 ny12398
          粮食科学研究 lky
          文物 ww
          老龄工作委员会办公室 llb
          史志研究院 szy
          参事室 css
          """);

  private Census() {}

  /// The first `sites` bodies of the province in the order of the registry: the province, its
  /// cities, its counties, its departments, and what the cities' bureaus fill up. A smaller number
  /// keeps the proportions.
  public static List<Body> bodies(long seed, int sites) {
    var lot = Lot.of(seed, "census");
    var taken = new LinkedHashSet<String>();
    taken.add("jianghuai");
    var cities = cities(lot, taken);
    var counties = counties(cities, lot, taken);
    if (sites == 835) {
      return concat(cities, counties, departments(DEPARTMENTS), 835);
    }
    var cityShare = Math.clamp(Math.round(sites * CITIES / 835.0), 1, CITIES);
    var countyShare = Math.clamp(Math.round(sites * COUNTIES / 835.0), 0, COUNTIES);
    var departmentShare = Math.clamp(Math.round(sites * DEPARTMENTS / 835.0), 0, DEPARTMENTS);
    return concat(
        cities.subList(0, cityShare),
        counties.subList(0, countyShare),
        departments(departmentShare),
        sites);
  }

  private static List<Body> concat(
      List<Body> cities, List<Body> counties, List<Body> departments, int sites) {
    var bodies = new ArrayList<Body>();
    bodies.add(province());
    bodies.addAll(cities);
    bodies.addAll(counties);
    bodies.addAll(departments);
    var owners = new ArrayList<>(cities);
    owners.addAll(counties);
    for (var i = 0; bodies.size() < sites; i++) {
      var bureau = BUREAUS.get((i / owners.size()) % BUREAUS.size());
      bodies.add(bureau(owners.get(i % owners.size()), bureau));
    }
    return List.copyOf(bodies.subList(0, sites));
  }

  private static Body province() {
    return new Body(
        PROVINCE + "人民政府",
        PROVINCE,
        "jianghuai",
        "www",
        PROVINCE_HOST,
        Category.PROVINCE_PORTAL,
        PROVINCE,
        "340000",
        "江政",
        "0551");
  }

  private static List<Body> cities(Lot lot, Set<String> taken) {
    var cities = new ArrayList<Body>();
    for (var i = 0; i < CITIES; i++) {
      var name = fresh(lot, taken);
      var place = name.sign() + "市";
      cities.add(
          new Body(
              place + "人民政府",
              place,
              name.pinyin(),
              "www",
              name.pinyin() + ".gov.cn",
              Category.CITY_PORTAL,
              place,
              "34%02d00".formatted(i + 1),
              name.sign().substring(0, 1) + "政",
              "05" + (50 + i)));
    }
    return cities;
  }

  private static List<Body> counties(List<Body> cities, Lot lot, Set<String> taken) {
    var counties = new ArrayList<Body>();
    for (var i = 0; i < COUNTIES; i++) {
      var city = cities.get(i % CITIES);
      var name = fresh(lot, taken);
      var urban = i / CITIES < 3;
      var place = name.sign() + (urban ? "区" : "县");
      counties.add(
          new Body(
              place + "人民政府",
              place,
              name.pinyin(),
              "www",
              name.pinyin() + ".gov.cn",
              Category.COUNTY_PORTAL,
              city.place() + " " + place,
              city.adcode().substring(0, 4)
                  + (urban ? "%02d" : "2%d").formatted(urban ? i / CITIES + 2 : i / CITIES - 2),
              name.sign().substring(0, 1) + "政",
              city.areaCode()));
    }
    return counties;
  }

  private static List<Body> departments(int number) {
    return BUREAUS.subList(0, number).stream()
        .map(row ->
            new Body(
                PROVINCE + (isWhole(row[0]) ? row[0] : row[0] + "厅"),
                PROVINCE,
                "jianghuai",
                isWhole(row[0]) ? row[1] : row[1] + "t",
                PROVINCE_HOST,
                Category.DEPARTMENT,
                PROVINCE,
                "340000",
                "江" + row[0].charAt(0),
                "0551"))
        .toList();
  }

  private static Body bureau(Body owner, String[] row) {
    return new Body(
        owner.place() + (isWhole(row[0]) ? row[0] : row[0] + "局"),
        owner.place(),
        owner.pinyin(),
        isWhole(row[0]) ? row[1] : row[1] + "j",
        owner.parent(),
        Category.OTHER,
        owner.region(),
        owner.adcode(),
        owner.shortName().charAt(0) + row[0].substring(0, 1),
        owner.areaCode());
  }

  /// Whether the name already says what kind of body it is.
  private static boolean isWhole(String name) {
    return name.matches(".*(委员会|办公室|中心|联合会|总工会|红十字会|合作社|协会|研究室|科学院|研究院|参事室|海关|科学研究)");
  }

  private static Syllable fresh(Lot lot, Set<String> taken) {
    while (true) {
      var first = lot.one(FIRST);
      var last = lot.one(LAST);
      if (taken.add(first.pinyin() + last.pinyin())) {
        return new Syllable(first.sign() + last.sign(), first.pinyin() + last.pinyin());
      }
    }
  }

  private static List<Syllable> syllables(String text) {
    var words = List.of(text.split(" ", -1));
    var syllables = new ArrayList<Syllable>();
    for (var i = 0; i + 1 < words.size(); i += 2) {
      syllables.add(new Syllable(words.get(i), words.get(i + 1)));
    }
    return List.copyOf(syllables);
  }

  private static List<String[]> rows(String text) {
    return text.lines().map(line -> line.split(" ", -1)).toList();
  }
}
