package org.onewindow.portal.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Swagger UI's own files, from its WebJar, under an address without its version. */
@Configuration(proxyBeanMethods = false)
class SwaggerFiles implements WebMvcConfigurer {

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/docs/files/**")
                .addResourceLocations("classpath:/META-INF/resources/webjars/swagger-ui/" + version() + "/");
    }

    private static String version() {
        try {
            Properties built = PropertiesLoaderUtils.loadProperties(
                    new ClassPathResource("META-INF/maven/org.webjars/swagger-ui/pom.properties"));
            return built.getProperty("version");
        } catch (IOException missing) {
            throw new UncheckedIOException("Swagger UI is missing in the build", missing);
        }
    }
}
