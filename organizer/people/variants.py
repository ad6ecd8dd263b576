"""Kanji that names write in more than one way (異体字).

Only searching and comparing use this: what is stored, shown and printed is the form its bearer
uses. Listed are forms common in names that Unicode holds as kanji of their own; those it calls
compatible (神 U+FA19) are resolved by NFKC.
"""

import re

_SELECTORS = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]")
_FORMS = (
    "高髙 崎﨑嵜碕 浜濱濵 辺邊邉 吉𠮷 柳栁 斉斎齊齋 沢澤 島嶋嶌 広廣 国國 桜櫻 "
    "真眞 恵惠 栄榮 竜龍 瀬瀨 徳德 槙槇 桑桒 富冨 渕淵渊 館舘 条條 円圓 藪薮籔 "
    "万萬 寿壽 学學 実實 弥彌 与與 児兒 曽曾 豊豐 黒黑 増增 内內 清淸 静靜 "
    "鉄鐵鐡 寛寬 関關 鶴靏靍 桧檜 蔵藏 滝瀧 亀龜 塩鹽 鴬鶯 気氣 県縣 剣劍劔 "
    "厳嚴巌巖 荘莊 将將 浄淨 晋晉 随隨 鋭銳 勲勳 薫薰 渓溪 恒恆 穂穗 緑綠 郎郞 "
    "礼禮 霊靈 参參 収收 応應 栃杤 遥遙 頼賴 来來 峰峯 群羣 会會 伝傳 仏佛 総總 "
    "聡聰 覚覺 観觀 経經 径徑 鶏鷄 芸藝 顕顯 鉱鑛 蚕蠶 従從 譲讓 慎愼 尽盡 粋粹 "
    "数數 専專 銭錢 壮壯 装裝 巣巢 双雙 団團 虫蟲 昼晝 鋳鑄 鎮鎭 当當 読讀 麦麥 "
    "発發 弁辯瓣辨 歩步 宝寶 毎每 満滿 訳譯 薬藥 予豫 誉譽 様樣 両兩 猟獵 歴歷 "
    "恋戀 錬鍊 労勞 楼樓 湾灣 画畫 岳嶽 楽樂 帰歸 挙擧 峡峽 郷鄕 暁曉 区區 駆驅 "
    "蛍螢 研硏 献獻 舎舍 焼燒 図圖 枢樞 済濟 禅禪 即卽 帯帶 単單 稲稻 瓶甁 翠翆 "
    "凛凜 野埜 桝枡 尭堯 籠篭 頬頰 莱萊 蒋蔣 涛濤 壷壺"
)
_TO_FIRST_FORM = {ord(other): forms[0] for forms in _FORMS.split() for other in forms[1:]}


def without_selectors(text: str) -> str:
    """Return the text without variation selectors, which few typefaces and no keyboard know."""
    return _SELECTORS.sub("", text)


def same_kanji(text: str) -> str:
    """Return the text with the variants of each kanji replaced by one of them."""
    return without_selectors(text).translate(_TO_FIRST_FORM)
