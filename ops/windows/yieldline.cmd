@echo off
rem Runs Yieldline. Needs Java 17 or later: in JAVA_HOME, or on the path.
setlocal
set "options=%~dp0ops\jvm"
set "jar=%~dp0yieldline.jar"
set "classes=%~dp0yieldline.jsa"
set "java=java"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java"
set "heap="
if defined YIELDLINE_HEAP set "heap=-Xmx%YIELDLINE_HEAP%"
set "server="

rem Classes as Java has loaded them once: short commands start in half the time. Any run will do as an example.
set "example=%TEMP%\yieldline-%RANDOM%"
if not exist "%classes%" (
    echo Preparing faster starts, once, a few seconds... 1>&2
    "%java%" @"%options%\every.options" -XX:ArchiveClassesAtExit="%classes%" -cp "%jar%" io.yieldline.cli.ClassArchive "%example%" >nul 2>&1
    if exist "%example%" rd /s /q "%example%"
)

:look
if "%~1"=="" goto run
if "%~1"=="serve" set server=@"%options%\serve.options"
shift
goto look

:run
"%java%" @"%options%\every.options" @"%options%\long.options" %server% %heap% -XX:SharedArchiveFile="%classes%" %YIELDLINE_JAVA_OPTIONS% -jar "%jar%" %*
exit /b %errorlevel%
