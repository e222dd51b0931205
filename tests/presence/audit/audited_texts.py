"""Texts as small businesses in Kazakhstan write them, one a language and some mixed."""

KAZAKH = """ Біз Алматыда қолдан киіз бұйымдар жасаймыз. Әр бұйым табиғи жүннен басылады,
сондықтан жеңіл әрі жылы болады. Шеберханамыз 2019 жылдан бері жұмыс істейді. Тапсырыс беру үшін
бізге WhatsApp арқылы жазыңыз немесе телефон соғыңыз. Қала ішінде жеткізу тегін, басқа қалаларға
пошта арқылы жібереміз. Дайын бұйымдардың бағасы әр суреттің астында көрсетілген. Жеке тапсырыс
екі аптада дайын болады. Сурет, өлшем және түс туралы алдын ала келісеміз. Біздің мекенжай: Абай
даңғылы, екінші қабат. Сенбі күні балаларға арналған шеберлік сағаты өтеді. Қатысу үшін орын алдын
ала брондалады.
"""

RUSSIAN = """
Мы делаем вещи из войлока в Алматы и продаём их по всему Казахстану. Каждая вещь валяется вручную
из натуральной шерсти, поэтому она лёгкая и тёплая. Мастерская работает с 2019 года. Чтобы
заказать, напишите нам в WhatsApp или позвоните. Доставка по городу бесплатная, в другие города
отправляем почтой. Цены на готовые изделия указаны под каждой фотографией. Индивидуальный заказ
будет готов через две недели. Рисунок, размер и цвет согласуем заранее. Наш адрес: проспект Абая,
второй этаж. По субботам проходит мастер-класс для детей, место на него лучше забронировать
заранее.
"""

ENGLISH = """
We make felt by hand in Almaty and sell it all over Kazakhstan. Each piece is made of natural
wool, so it is light and warm. The workshop has been open since 2019. To order, write to us or
call. Delivery is free in the city, and we send parcels to other cities by post. Prices are under
each photograph. A piece made to order will be ready in two weeks. We agree on the drawing, the
size and the colour first. Our address is Abai avenue, second floor. On Saturdays there is a class
for children.
"""

# Words on a menu and little else.
KAZAKH_MENU = "Басты бет Дүкен Біз туралы Байланыс Жеткізу Себет"
RUSSIAN_MENU = "Главная Магазин О нас Контакты Доставка Корзина"
