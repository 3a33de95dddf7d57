@echo off
rem Runs Maven 3.8 or newer from the path; the build finds a JDK 25 by itself.
where mvn >nul 2>nul || (echo mvnw: no Maven is on the path; install Maven 3.8 or newer 1>&2 & exit /b 1)
mvn %*
