package io.lida.personas;

import java.util.List;
import java.util.Map;

/** Which continent the countries of the panel are on. */
final class Countries {
  private static final Map<String, String> LISTS =
      Map.of(
          "Africa",
          "Algeria,Cabo Verde,Cameroon,Democratic Republic of the"
              + " Congo,Egypt,Ethiopia,Ghana,Kenya,Madagascar,Malawi,Mauritius,Morocco,Nigeria,Rwanda,Senegal,Sierra"
              + " Leone,South Africa,Tunisia,Uganda,Zambia,Zimbabwe",
          "Asia",
          "Bangladesh,China,India,Indonesia,Iran,Israel,Japan,Jordan,Kazakhstan,Lebanon,Malaysia,Myanmar,Nepal,Pakistan,Palestine,Philippines,Saudi"
              + " Arabia,Singapore,South Korea,Sri Lanka,Taiwan,Turkey,United Arab"
              + " Emirates,Vietnam",
          "Europe",
          "Austria,Belgium,Czechia,Estonia,Finland,France,Germany,Iceland,Ireland,Italy,Netherlands,Norway,Poland,Portugal,Romania,Serbia,Spain,Sweden,Switzerland,Ukraine,United"
              + " Kingdom",
          "North America",
          "Barbados,Canada,Costa Rica,Guatemala,Jamaica,Mexico,Trinidad and Tobago,United States",
          "South America",
          "Argentina,Bolivia,Brazil,Chile,Colombia,Ecuador,Paraguay,Peru,Uruguay",
          "Oceania",
          "Australia,Fiji,New Zealand,Papua New Guinea,Samoa");

  private Countries() {}

  static String continent(String country) {
    return LISTS.entrySet().stream()
        .filter(list -> List.of(list.getValue().split(",")).contains(country))
        .findFirst()
        .orElseThrow(() -> new AssertionError("on which continent is " + country + "?"))
        .getKey();
  }
}
