// Words of the shell's own pages: loading, rescue, refusal inside a frame. They are needed when the program's own table
// of words is not there (yet, or any more), so they stand here, in both languages side by side. The hint under the
// progress mark is the one exception: it shows before any script runs and stands in shell.html.
export const words = {
  ru: {
    framed_title: 'Веха не открывается внутри другой страницы',
    framed_text: 'Откройте файл или адрес в отдельной вкладке браузера.',
    old_title: 'Этот браузер слишком старый',
    old_text: 'Нужен Chrome или Яндекс Браузер 109, Firefox 115 или новее.',
    rescue_title: 'Веха остановилась из-за ошибки',
    no_graphics_title: 'Браузер не даёт рисовать',
    no_graphics_text:
      'Вехе нужен WebGL 2. Включите аппаратное ускорение в настройках браузера или откройте страницу в другом браузере.',
    graphics_gone_title: 'Браузер отнял графику',
    looking: 'Ищем сохранённый план…',
    have_draft: 'Последний план сохранён. Скачайте файл, затем откройте страницу заново.',
    have_nothing: 'Сохранённого плана в этом браузере нет. Откройте страницу заново.',
    get_draft: 'Скачать черновик',
    get_opened: 'Скачать открытый файл',
    reload: 'Открыть заново',
    details: 'Для сообщения об ошибке',
    build: 'сборка',
  },
  en: {
    framed_title: 'Vekha does not open inside another page',
    framed_text: 'Open the file or the address in a tab of its own.',
    old_title: 'This browser is too old',
    old_text: 'Chrome or Yandex Browser 109, Firefox 115 or later is needed.',
    rescue_title: 'Vekha stopped because of an error',
    no_graphics_title: 'The browser cannot draw',
    no_graphics_text:
      'Vekha needs WebGL 2. Switch hardware acceleration on in the settings of the browser, or use another browser.',
    graphics_gone_title: 'The browser took the graphics away',
    looking: 'Looking for the saved plan…',
    have_draft: 'The last plan is safe. Download the file, then open the page again.',
    have_nothing: 'There is no saved plan in this browser. Open the page again.',
    get_draft: 'Download the draft',
    get_opened: 'Download the opened file',
    reload: 'Open again',
    details: 'For an error report',
    build: 'build',
  },
};
